package scorescope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import scorescope.ui.control.RovingFocus;

/**
 * Finds controls without an accessible name, an explanation or a place in the Tab order, type below 12 px, text with a
 * contrast below 4.5 : 1 (7 : 1 in a theme of strong contrast) to the uppermost plain colour beneath it, and labels that
 * are cut; in a theme of strong contrast also borders of controls and focus rings below 3 : 1.
 */
final class Readability {
    static final double SMALLEST_TYPE = 12;
    private static final double LEAST_CONTRAST = 4.5;
    private static final double STRONG_CONTRAST = 7;
    private static final double LEAST_OF_BORDERS = 3;
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

    private final List<String> found = new ArrayList<>();

    private final boolean strong;

    private Readability(boolean strong) {
        this.strong = strong;
    }

    /**
     * @param background the colour beneath the node
     * @param strong whether the theme is one of strong contrast
     */
    static List<String> below(Node node, Color background, boolean strong) {
        var walk = new Readability(strong);
        walk.walk(node, background, 1);
        return walk.found;
    }

    private void walk(Node node, Color background, double opacity) {
        if (!node.isVisible()) {
            return;
        }
        double shown = opacity * node.getOpacity();
        var beneath = node instanceof Region region ? painted(region, background) : background;
        if (node instanceof Control control) {
            named(control);
            if (strong) {
                edged(control, background);
            }
        }
        if (node instanceof Labeled labeled && !labeled.isWrapText()) {
            CutOff.shortened(labeled).ifPresent(found::add);
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            readable(text, beneath, shown);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, beneath, shown));
        }
    }

    private static boolean acts(Control control) {
        return control instanceof ButtonBase
                || control instanceof ComboBoxBase<?>
                || control instanceof Slider
                || control instanceof TextInputControl;
    }

    /** Whether a control is part of another control's skin. */
    private static boolean isPart(Control control) {
        for (Node above = control.getParent(); above != null; above = above.getParent()) {
            if (above instanceof ComboBoxBase<?>
                    || above instanceof Spinner<?>
                    || above instanceof ButtonBase
                    || above instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    private void named(Control control) {
        if (!acts(control) || isPart(control)) {
            return;
        }
        boolean spoken = isSaid(control.getAccessibleText())
                || (control instanceof Labeled labeled && isSaid(labeled.getText()));
        if (!spoken) {
            found.add(name(control) + " has no name");
        }
        if (!isSaid(control.getAccessibleHelp())) {
            found.add(name(control) + " is not explained");
        }
        if (!control.isFocusTraversable() && !control.isDisabled() && !RovingFocus.isReached(control)) {
            found.add(name(control) + " cannot be reached by Tab");
        }
    }

    /** A border that is drawn, and one that a ring of the focus takes the place of, can be seen. */
    private void edged(Control control, Color background) {
        if (!acts(control) || isPart(control) || control.isDisabled()) {
            return;
        }
        var border = outermost(control, background);
        if (!border.equals(background) && contrast(border, background) < LEAST_OF_BORDERS) {
            found.add(
                    String.format(Locale.ROOT, "%s has a border of %.2f", name(control), contrast(border, background)));
        }
        boolean focused = control.isFocused();
        control.pseudoClassStateChanged(FOCUSED, true);
        control.pseudoClassStateChanged(FOCUS_VISIBLE, true);
        control.applyCss();
        var ring = outermost(control, background);
        boolean drawsItsOwn =
                control instanceof Slider || control.getStyleClass().contains("check-box");
        if (!drawsItsOwn
                && !control.getStyleClass().contains("more")
                && contrast(ring, background) < LEAST_OF_BORDERS) {
            found.add(String.format(Locale.ROOT, "%s has a ring of %.2f", name(control), contrast(ring, background)));
        }
        control.pseudoClassStateChanged(FOCUSED, focused);
        control.pseudoClassStateChanged(FOCUS_VISIBLE, focused && control.isFocusVisible());
        control.applyCss();
    }

    /** The colour of a control's lowest fill, which the others leave free at the edge. */
    private static Color outermost(Control control, Color background) {
        return control.getBackground() != null
                        && !control.getBackground().getFills().isEmpty()
                        && control.getBackground().getFills().getFirst().getFill() instanceof Color edge
                ? over(edge, background)
                : background;
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }

    private void readable(Text text, Color background, double opacity) {
        if (text.getFont().getSize() < SMALLEST_TYPE - 1e-6) {
            found.add(String.format(
                    Locale.ROOT,
                    "\"%s\" in %s is %.1f px",
                    text.getText(),
                    name(text.getParent()),
                    text.getFont().getSize()));
        }
        if (text.getFill() instanceof Color fill && !isDisabled(text)) {
            double contrast = contrast(over(fill.deriveColor(0, 1, 1, opacity), background), background);
            if (contrast < (strong ? STRONG_CONTRAST : LEAST_CONTRAST)) {
                found.add(String.format(
                        Locale.ROOT,
                        "\"%s\" in %s has a contrast of %.2f",
                        text.getText(),
                        name(text.getParent()),
                        contrast));
            }
        }
    }

    /** Disabled controls may have low contrast. */
    private static boolean isDisabled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.isDisabled()) {
                return true;
            }
        }
        return false;
    }

    /** The colour of a region's fills over {@code background}. Pictures and gradients are not judged. */
    private static Color painted(Region region, Color background) {
        if (region.getBackground() == null) {
            return background;
        }
        var color = background;
        for (var fill : region.getBackground().getFills()) {
            if (fill.getFill() instanceof Color one) {
                color = over(one, color);
            }
        }
        return color;
    }

    private static Color over(Color upper, Color lower) {
        return lower.interpolate(Color.color(upper.getRed(), upper.getGreen(), upper.getBlue()), upper.getOpacity());
    }

    /** WCAG 2.1, contrast ratio. */
    private static double contrast(Color a, Color b) {
        double lighter = Math.max(luminance(a), luminance(b));
        double darker = Math.min(luminance(a), luminance(b));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    static String name(Node node) {
        return node == null
                ? "nothing"
                : node.getId() != null
                        ? node.getId()
                        : node.getClass().getSimpleName()
                                + node.getStyleClass()
                                + (node.getParent() != null && node.getParent().getId() != null
                                        ? " in " + node.getParent().getId()
                                        : "");
    }
}
