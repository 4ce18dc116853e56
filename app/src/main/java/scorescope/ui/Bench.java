package scorescope.ui;

import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import scorescope.plot.paint.Style;
import scorescope.ui.chart.TrainingCharts;
import scorescope.ui.noise.NoiseBar;
import scorescope.ui.noise.NoiseReadouts;
import scorescope.ui.stage.StageView;
import scorescope.ui.study.StudyView;
import scorescope.ui.transport.StudyRow;
import scorescope.ui.transport.TransportRow;

/** The stage, or the study in its place, above the charts, the noise bar and the transport. */
final class Bench implements AutoCloseable {
    /** Height of the bench, in points, up to which charts are hidden in favour of the stage. */
    private static final double ROOM_FOR_CHARTS = 520;

    private final AppContext context;
    private final StageView stage;
    private final NoiseBar noiseBar;
    private final TransportRow transport;
    private final StudyView study;
    private final StudyRow studyRow;
    private final VBox node;
    private boolean drawn = true;
    private boolean meterShown;

    /**
     * @param over node shown over the stage at times
     * @param charting whether charts of the training are wanted
     */
    Bench(AppContext context, Node over, BooleanExpression charting) {
        this.context = context;
        var model = context.model();
        var background = context.background();
        stage = new StageView(model, background, Style.SCREEN);
        noiseBar = new NoiseBar(model, background, context.player(), 1);
        transport = new TransportRow(model, background, context.player());
        study = new StudyView(model, background, context.studies(), Style.SCREEN);
        studyRow = new StudyRow(context.studies());
        context.studies().chosenProperty().subscribe(_ -> refresh());
        VBox.setVgrow(stage, Priority.ALWAYS);
        var framed = new StackPane(stage, study, over);
        framed.getStyleClass().add("framed");
        VBox.setVgrow(framed, Priority.ALWAYS);
        new NoiseReadouts(model).addTo(transport);
        transport.foldReadout();
        new NoiseReadouts(model).addTo(studyRow);
        studyRow.foldReadout();
        var controls = new VBox(noiseBar, transport, studyRow);
        controls.getStyleClass().add("controls");
        var charts = new TrainingCharts(model, context.training());
        node = new VBox(framed, charts, controls);
        charts.visibleProperty().bind(charting.and(node.heightProperty().greaterThan(ROOM_FOR_CHARTS)));
        // The rows themselves fold controls that do not fit.
        node.setMinWidth(0);
        node.getStyleClass().add("bench");
    }

    Parent node() {
        return node;
    }

    /** Whether drawing falls behind the pulses of the screen. */
    boolean behind() {
        return stage.behind();
    }

    /** Starts drawing, or stops while something else covers the bench. */
    void show(boolean shown) {
        drawn = shown;
        refresh();
    }

    /** Shows the study, if there is one, in place of the stage and the transport. */
    private void refresh() {
        boolean studying = context.studies().shown();
        stage.setVisible(drawn && !studying);
        study.setVisible(drawn && studying);
        for (var row : List.of(transport, studyRow)) {
            row.setVisible(studying == (row == studyRow));
            row.setManaged(row.isVisible());
        }
    }

    /** The node that shows the picture. */
    Node picture() {
        return context.studies().shown() ? study : stage;
    }

    void playOrPause() {
        if (context.studies().shown()) {
            context.studies().playOrPause();
        } else {
            transport.playOrPause();
        }
    }

    void singleStep() {
        if (context.studies().shown()) {
            context.studies().step();
        } else {
            transport.singleStep();
        }
    }

    void restart() {
        if (context.studies().shown()) {
            context.studies().restart();
        } else {
            context.player().reset();
        }
    }

    void notch(int notches, boolean fine) {
        noiseBar.notch(notches, fine);
    }

    void toggleFrameMeter() {
        meterShown = !meterShown;
        stage.showMeter(meterShown);
    }

    boolean frameMeterShown() {
        return meterShown;
    }

    void drawNow() {
        stage.drawNow();
        study.drawNow();
        noiseBar.drawNow();
    }

    @Override
    public void close() {
        stage.close();
        study.close();
        noiseBar.close();
    }
}
