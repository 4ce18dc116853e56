package scorescope.session;

import scorescope.words.Words;

/**
 * A session set up to show one effect, with a sentence on what to watch.
 *
 * @param id its name in the interface's tests and links, and in the keys of its words
 * @param patch sets what it needs and leaves the rest of the session unchanged
 */
public record Scenario(String id, Patch patch) {
    /** Its name in menus. */
    public String title() {
        return Words.text("session.failure." + id + ".title");
    }

    /** One sentence on what to look at. */
    public String watch() {
        return Words.text("session.failure." + id + ".watch");
    }
}
