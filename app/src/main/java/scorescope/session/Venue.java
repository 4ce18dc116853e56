package scorescope.session;

/**
 * A place of publication, and the width of figures there.
 *
 * @param id its name in session files and commands
 * @param title its name for people
 * @param width of a figure, with its unit
 * @param type size of a figure's captions and labels, in points
 * @param body size of the running text, in points
 * @param page width of the running text of a page, all columns, with its unit
 * @param columns of running text on a page
 */
public record Venue(String id, String title, String width, double type, double body, String page, int columns) {}
