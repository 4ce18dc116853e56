package scorescope.core;

/** The binding behind {@link Watcher#current}. */
final class CurrentWatcher {
    static final ScopedValue<Watcher> VALUE = ScopedValue.newInstance();

    private CurrentWatcher() {}
}
