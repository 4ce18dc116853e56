package scorescope.ui.inspector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import scorescope.ui.model.TrainingStatus;
import scorescope.ui.model.WindowModel;

/** The icon on the rail's training button, with a bar of progress under it during a training. */
final class TrainingMark extends StackPane {
    private static final double WIDTH = 40;
    private static final double HEIGHT = 4;

    /** Distance from the icon's upper edge to the bar, which stands under the button's text. */
    private static final double BELOW = 38;

    private final Region track = new Region();
    private final Region bar = new Region();

    TrainingMark(Node icon, WindowModel model) {
        bar.getStyleClass().add("training-bar");
        track.getStyleClass().add("training-track");
        for (var part : List.of(track, bar)) {
            part.setManaged(false);
            part.setMouseTransparent(true);
        }
        getChildren().setAll(icon, track, bar);
        model.trainingProperty().subscribe(this::show);
    }

    private void show(TrainingStatus status) {
        double share = status.steps() == 0 ? 0 : status.step() / (double) status.steps();
        double left = Math.rint(getWidth() / 2 - WIDTH / 2);
        track.setVisible(status.running());
        bar.setVisible(status.running());
        track.resizeRelocate(left, BELOW, WIDTH, HEIGHT);
        bar.resizeRelocate(left, BELOW, Math.max(HEIGHT, Math.rint(WIDTH * share)), HEIGHT);
    }
}
