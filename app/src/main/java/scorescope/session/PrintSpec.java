package scorescope.session;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Print settings of a figure, independent of its content.
 *
 * @param height of the page with its unit, such as {@code 60mm}; empty for as high as the panels need
 * @param type size of captions and labels as printed, in points; empty for the venue's
 * @param line width of frames and tick marks as printed, in points, to which all lines are in proportion
 * @param transparent whether the page is transparent
 * @param letters how panels are lettered
 */
public record PrintSpec(
        Optional<String> height, OptionalDouble type, OptionalDouble line, boolean transparent, Letters letters) {
    /** The default settings. */
    public static final PrintSpec USUAL =
            new PrintSpec(Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), false, Letters.NONE);

    public PrintSpec withHeight(Optional<String> changed) {
        return new PrintSpec(changed, type, line, transparent, letters);
    }

    public PrintSpec withType(OptionalDouble changed) {
        return new PrintSpec(height, changed, line, transparent, letters);
    }

    public PrintSpec withLine(OptionalDouble changed) {
        return new PrintSpec(height, type, changed, transparent, letters);
    }

    public PrintSpec withTransparent(boolean changed) {
        return new PrintSpec(height, type, line, changed, letters);
    }

    public PrintSpec withLetters(Letters changed) {
        return new PrintSpec(height, type, line, transparent, changed);
    }
}
