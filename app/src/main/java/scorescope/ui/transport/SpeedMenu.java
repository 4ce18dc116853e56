package scorescope.ui.transport;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import scorescope.ui.control.Buttons;

/** How many times the usual speed. */
final class SpeedMenu extends MenuButton {
    private static final List<Double> SPEEDS = List.of(0.1, 0.25, 0.5, 1.0, 2.0, 4.0);

    SpeedMenu(String id, DoubleProperty speed, String help) {
        Buttons.explain(this, "Speed", help);
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("pill");
        for (double times : SPEEDS) {
            var item = new MenuItem(times(times));
            item.setOnAction(_ -> speed.set(times));
            getItems().add(item);
        }
        speed.subscribe(now -> setText(times(now.doubleValue())));
    }

    private static String times(double speed) {
        return (speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed)) + " ×";
    }
}
