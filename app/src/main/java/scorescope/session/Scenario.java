package scorescope.session;

/**
 * A session set up to show one thing, with what to watch.
 *
 * @param id its name in the interface's tests and links
 * @param watch one sentence
 * @param patch sets up what it needs, and leaves the rest of the session as it was
 */
public record Scenario(String id, String title, String watch, Patch patch) {}
