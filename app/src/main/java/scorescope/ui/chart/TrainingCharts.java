package scorescope.ui.chart;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import scorescope.core.training.LossFloor;
import scorescope.ui.model.TrainingController;
import scorescope.ui.model.WindowModel;

/** The loss over training steps and by noise level, beside each other under the stage. */
public final class TrainingCharts extends HBox {
    public TrainingCharts(WindowModel model, TrainingController training) {
        getStyleClass().add("training-charts");
        setId("training-charts");
        managedProperty().bind(visibleProperty());
        var loss = new LossChart();
        var published = training.published();
        published
                .lossesProperty()
                .subscribe(losses -> loss.show(losses, model.training().steps()));
        var levels = new LevelLossChart();
        published.levelLossesProperty().subscribe(losses -> levels.show(losses));
        published.floorProperty().subscribe(floor -> {
            loss.show(floor.map(LossFloor::mean));
            levels.show(floor);
        });
        model.sessionProperty().subscribe(_ -> levels.mark(model.level().ratio()));
        model.preferences().themeProperty().subscribe(theme -> {
            loss.use(theme.palette());
            levels.use(theme.palette());
        });
        for (var chart : new DrawnChart[] {loss, levels}) {
            var card = new StackPane(chart);
            card.getStyleClass().add("card");
            card.setMinWidth(0);
            card.setPrefWidth(0);
            card.visibleProperty().bind(chart.visibleProperty());
            card.managedProperty().bind(card.visibleProperty());
            HBox.setHgrow(card, Priority.ALWAYS);
            getChildren().add(card);
        }
    }
}
