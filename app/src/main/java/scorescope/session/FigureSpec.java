package scorescope.session;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The exported figure.
 *
 * @param width with its unit, such as {@code 85mm}
 * @param panels of a composed figure; none for a picture of the session itself
 * @param columns how many panels stand in a line; empty for as many as the width has room for
 * @param share what the panels have in common
 */
public record FigureSpec(String width, List<FigurePanel> panels, OptionalInt columns, Set<Share> share) {
    /** What panels of one figure may have in common. */
    public enum Share {
        /** One scale of colours for equal layers, explained by one bar where all panels have the same ground. */
        COLORS("colors"),
        /** The same length for the same magnitude in equal layers, with one key. */
        ARROWS("arrows"),
        /**
         * One part of the plane: every panel whose patch does not change the view shows exactly the limits of the session's
         * view, and numbers stand at the first panel of a line alone. A panel that changes the view keeps its own limits; then,
         * and without this, every panel has its own numbers.
         */
        AXES("axes");

        private final String id;

        Share(String id) {
            this.id = id;
        }

        /** Its name in session files. */
        public String id() {
            return id;
        }
    }

    public static final Set<Share> ALL_SHARED = Collections.unmodifiableSet(EnumSet.allOf(Share.class));

    public FigureSpec {
        panels = List.copyOf(panels);
        share = share.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(share));
    }

    /** Panels in as many columns as there is room for, with all scales in common. */
    public FigureSpec(String width, List<FigurePanel> panels) {
        this(width, panels, OptionalInt.empty(), ALL_SHARED);
    }

    public FigureSpec withWidth(String changed) {
        return new FigureSpec(changed, panels, columns, share);
    }

    public FigureSpec withPanels(List<FigurePanel> changed) {
        return new FigureSpec(width, changed, columns, share);
    }

    public boolean shares(Share what) {
        return share.contains(what);
    }
}
