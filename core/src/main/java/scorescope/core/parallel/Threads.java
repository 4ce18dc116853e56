package scorescope.core.parallel;

/** Creates all threads of core. They are daemon threads, which do not keep the program alive. */
public final class Threads {
    private Threads() {}

    /** A daemon thread that has not started. */
    public static Thread unstarted(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).unstarted(work);
    }
}
