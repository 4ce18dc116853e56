package scorescope.ui.control;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import scorescope.words.Words;

/** A choice of speeds; it shows the present one. */
public final class SpeedMenu extends MenuButton {
    private static final List<Double> TIMES = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 4.0);
    private static final List<Double> SECONDS = List.of(64.0, 32.0, 16.0, 8.0, 4.0, 2.0, 1.0);

    /** How many times the usual speed. */
    public static SpeedMenu times(String id, DoubleProperty speed, String help) {
        return new SpeedMenu(id, speed, TIMES, times -> Words.text("notation.times", number(times)), help);
    }

    /**
     * How long the whole takes.
     *
     * @param usual its seconds at speed 1
     */
    public static SpeedMenu seconds(String id, DoubleProperty speed, double usual, String help) {
        return new SpeedMenu(
                id,
                speed,
                SECONDS.stream().map(seconds -> usual / seconds).toList(),
                times -> Words.text("ui.speed-menu.run-in-seconds", number(usual / times)),
                help);
    }

    /** How many steps a second at most; infinity for as many as there can be. */
    public static SpeedMenu perSecond(String id, DoubleProperty speed, List<Double> most, String help) {
        return new SpeedMenu(
                id,
                speed,
                most,
                steps -> Double.isInfinite(steps)
                        ? Words.text("ui.speed-menu.full-speed")
                        : Words.text("ui.speed-menu.over-s", number(steps)),
                help);
    }

    private SpeedMenu(String id, DoubleProperty speed, List<Double> choices, DoubleFunction<String> text, String help) {
        Buttons.explain(this, Words.text("ui.speed-menu.speed"), help);
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("pill");
        for (double choice : choices) {
            var item = new MenuItem(text.apply(choice));
            item.setOnAction(_ -> speed.set(choice));
            getItems().add(item);
        }
        speed.subscribe(now -> setText(text.apply(now.doubleValue())));
    }

    private static String number(double speed) {
        return speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed);
    }
}
