package scorescope.ui.palette;

import java.util.Optional;

/**
 * One line of the palette.
 *
 * @param id by which it is known again, such as {@code command.open}
 * @param group it is listed under
 * @param detail what stands beside the title in small: the present value, a name; may be empty
 * @param side what stands at the right end: a key, a place; may be empty
 * @param also other words by which it is found
 * @param obstacle why it cannot be done now; empty if it can
 * @param remedy what makes it possible, where something does
 */
public record Entry(
        String id,
        Group group,
        String title,
        String detail,
        String side,
        String also,
        Optional<String> obstacle,
        Optional<Remedy> remedy,
        Runnable action) {
    /** Makes an entry possible. */
    public record Remedy(String title, Runnable action) {}

    public static Entry of(String id, Group group, String title, Runnable action) {
        return new Entry(id, group, title, "", "", "", Optional.empty(), Optional.empty(), action);
    }

    public Entry beside(String small) {
        return new Entry(id, group, title, small, side, also, obstacle, remedy, action);
    }

    public Entry at(String end) {
        return new Entry(id, group, title, detail, end, also, obstacle, remedy, action);
    }

    public Entry alsoCalled(String words) {
        return new Entry(id, group, title, detail, side, words, obstacle, remedy, action);
    }

    public Entry unless(Optional<String> why) {
        return new Entry(id, group, title, detail, side, also, why, remedy, action);
    }

    public Entry unless(String why, Remedy offered) {
        return new Entry(id, group, title, detail, side, also, Optional.of(why), Optional.of(offered), action);
    }

    public boolean possible() {
        return obstacle.isEmpty();
    }
}
