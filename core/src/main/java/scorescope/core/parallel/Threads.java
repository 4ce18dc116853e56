package scorescope.core.parallel;

/** Makes the threads of core, so that one package knows them all. A thread here does not keep the program alive. */
public final class Threads {
    private Threads() {}

    /** A daemon thread that has not started. */
    public static Thread unstarted(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).unstarted(work);
    }
}
