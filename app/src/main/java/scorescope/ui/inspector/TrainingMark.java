package scorescope.ui.inspector;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import scorescope.ui.model.TrainingStatus;
import scorescope.ui.model.WorkbenchModel;

/** The picture on the rail's button of training: while a network trains, a bar under it says how far it has come. */
final class TrainingMark extends StackPane {
    private static final double WIDTH = 40;
    private static final double HEIGHT = 4;
    private static final double BELOW = 15;

    private final Region bar = new Region();

    TrainingMark(Node icon, WorkbenchModel model) {
        bar.getStyleClass().add("training-bar");
        bar.setManaged(false);
        getChildren().setAll(icon, bar);
        model.trainingProperty().subscribe(this::show);
    }

    private void show(TrainingStatus status) {
        double share = status.steps() == 0 ? 0 : status.step() / (double) status.steps();
        bar.setVisible(status.running());
        bar.resizeRelocate(
                getWidth() / 2 - WIDTH / 2, -BELOW + HEIGHT, Math.max(HEIGHT, Math.rint(WIDTH * share)), HEIGHT);
    }
}
