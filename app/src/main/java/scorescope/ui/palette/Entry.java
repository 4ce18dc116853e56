package scorescope.ui.palette;

import java.util.Optional;

/**
 * One line of the palette.
 *
 * @param id identifier, such as {@code command.open}
 * @param group group under which it is listed
 * @param detail small text beside the title, such as the present value; may be empty
 * @param side text at the right end, such as a key; may be empty
 * @param also further words that match it in a search
 * @param obstacle why it is impossible now; empty if it is possible
 * @param remedy an action that makes it possible, if there is one
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
    /** An action that makes an entry possible and performs it. */
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
