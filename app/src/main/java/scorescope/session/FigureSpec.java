package scorescope.session;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The exported figure.
 *
 * @param width with its unit, such as {@code 85mm}, or the id of a venue
 * @param panels of a composed figure; none for a picture of the session itself
 * @param columns number of panels per line; empty for as many as fit the width
 * @param share what the panels have in common
 * @param print how it is printed
 */
public record FigureSpec(
        String width, List<FigurePanel> panels, OptionalInt columns, Set<Share> share, PrintSpec print) {
    /** What panels of one figure may have in common. */
    public enum Share {
        /** One colour scale for equal layers, explained by one colour bar if all panels have the same background. */
        COLORS("colors"),
        /** The same length for the same magnitude in equal layers, with one key. */
        ARROWS("arrows"),
        /**
         * One part of the plane: every panel whose patch does not change the view shows exactly the limits of the
         * session's view, and only the first panel of a line has numbers. A panel that changes the view has its own
         * limits; then, and without this option, every panel has its own numbers.
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

    /** Panels in as many columns as fit, with all scales in common. */
    public FigureSpec(String width, List<FigurePanel> panels) {
        this(width, panels, OptionalInt.empty(), ALL_SHARED);
    }

    /** A figure with the usual print settings. */
    public FigureSpec(String width, List<FigurePanel> panels, OptionalInt columns, Set<Share> share) {
        this(width, panels, columns, share, PrintSpec.USUAL);
    }

    public FigureSpec withWidth(String changed) {
        return new FigureSpec(changed, panels, columns, share, print);
    }

    public FigureSpec withPanels(List<FigurePanel> changed) {
        return new FigureSpec(width, changed, columns, share, print);
    }

    public FigureSpec withColumns(OptionalInt changed) {
        return new FigureSpec(width, panels, changed, share, print);
    }

    public FigureSpec withShare(Set<Share> changed) {
        return new FigureSpec(width, panels, columns, changed, print);
    }

    public FigureSpec withPrint(PrintSpec changed) {
        return new FigureSpec(width, panels, columns, share, changed);
    }

    /** The venue that the width names; empty if it is a length. */
    public Optional<Venue> venue() {
        return VenueCatalog.named(width);
    }

    /** The width with its unit, whether or not a venue names it. */
    public String length() {
        return venue().map(Venue::width).orElse(width);
    }

    /** The size of captions and labels as printed, in points. */
    public double type() {
        return print.type().orElseGet(() -> venue().map(Venue::type).orElse(SessionParameters.TYPE.standard()));
    }

    /** The width of frames and tick marks as printed, in points. */
    public double line() {
        return print.line().orElse(SessionParameters.LINE.standard());
    }

    /** The letter of the panel with this index: its own, else by its position. */
    public Optional<String> letter(int index) {
        return panels.get(index).letter().or(() -> print.letters().of(index));
    }

    public boolean shares(Share what) {
        return share.contains(what);
    }
}
