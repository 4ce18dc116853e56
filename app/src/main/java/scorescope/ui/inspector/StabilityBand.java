package scorescope.ui.inspector;

import java.util.List;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import scorescope.plot.guide.Numbers;
import scorescope.words.Words;

/**
 * A slider of a step size with coloured ranges under its track. With h the longest stable step at the sharpest mode: below
 * h/2 steps approach the mode from one side, from h/2 to h they overshoot and converge, above h they diverge.
 */
final class StabilityBand extends Region {
    private static final double HEIGHT = 6;
    private static final double THUMB = 14;
    private static final PseudoClass OVERSHOOTS = PseudoClass.getPseudoClass("overshoots");
    private static final PseudoClass UNSTABLE = PseudoClass.getPseudoClass("unstable");

    private final Slider slider;
    private final SliderScale scale;
    private final List<Region> parts = List.of(new Region(), new Region(), new Region());
    private final String help;
    private OptionalDouble longest = OptionalDouble.empty();

    /** @param slider with the accessible help that it has without ranges */
    StabilityBand(Slider slider, SliderScale scale) {
        this.slider = slider;
        this.scale = scale;
        help = slider.getAccessibleHelp();
        var styles = List.of("stable", "overshoots", "unstable");
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).getStyleClass().add(styles.get(i));
            parts.get(i).setVisible(false);
        }
        getChildren().addAll(parts);
        getChildren().add(slider);
        slider.valueProperty().subscribe(_ -> judge());
    }

    /** Colours the thumb by the range it stands in, since it hides the track. */
    private void judge() {
        double at = slider.getValue();
        boolean unstable = longest.isPresent() && at > scale.place(longest.getAsDouble());
        slider.pseudoClassStateChanged(UNSTABLE, unstable);
        slider.pseudoClassStateChanged(
                OVERSHOOTS, !unstable && longest.isPresent() && at > scale.place(longest.getAsDouble() / 2));
    }

    /** @param stable the longest stable step; empty for no ranges */
    void mark(OptionalDouble stable) {
        longest = stable;
        judge();
        slider.getStyleClass().remove("banded");
        slider.setAccessibleHelp(help);
        parts.forEach(part -> part.setVisible(stable.isPresent()));
        stable.ifPresent(most -> {
            slider.getStyleClass().add("banded");
            slider.setAccessibleHelp(
                    Words.text("ui.stability-band", Numbers.significant(most / 2, 3), Numbers.significant(most, 3)));
        });
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        slider.resizeRelocate(0, 0, getWidth(), getHeight());
        double most = longest.orElse(Double.NaN);
        double[] ends = {0, place(most / 2), place(most), 1};
        double room = getWidth() - THUMB;
        for (int i = 0; i < parts.size(); i++) {
            double left = Math.rint(THUMB / 2 + ends[i] * room);
            double right = Math.rint(THUMB / 2 + ends[i + 1] * room);
            parts.get(i).resizeRelocate(left, Math.rint((getHeight() - HEIGHT) / 2), right - left, HEIGHT);
        }
    }

    private double place(double value) {
        return Double.isNaN(value) ? 0 : Math.clamp(scale.place(value), 0, 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return slider.prefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return slider.minWidth(height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return slider.prefWidth(height);
    }
}
