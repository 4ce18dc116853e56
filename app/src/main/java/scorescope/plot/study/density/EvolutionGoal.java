package scorescope.plot.study.density;

import java.util.ArrayList;
import java.util.List;
import scorescope.plot.figure.GridImage;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.EvolutionRun;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/** The limit of an evolution: the exact density, or without noise the modes, to which all mass moves. */
final class EvolutionGoal {
    private EvolutionGoal() {}

    /** The exact density at a time. */
    static PlanePart density(StudyInputs inputs, EvolutionRun run, double[] truth, double peak) {
        return new PlanePart(
                run.request().langevin()
                        ? Caption.plain(
                                Words.text("study.density-evolution.where-ends"),
                                Words.text("notation.p-sigma-1-over-c-squared"),
                                "")
                        : Caption.plain(
                                Words.text("study.density-evolution.exact"), Words.text("notation.p-t-of-x"), ""),
                inputs.session().view().box(),
                new GridImage(run.grid(), truth, peak, inputs.colorMap(), List.of()));
    }

    /** Rings around the modes, larger than the cells that hold the mass. */
    static Layer rings(EvolutionRun run) {
        return (painter, v, palette) -> {
            double radius = 0.03 * v.width();
            for (var end : run.ends()) {
                painter.ellipse(
                        v.toX(end.x()),
                        v.toY(end.y()),
                        radius,
                        radius,
                        0,
                        palette.analytic(),
                        0.1 * radius,
                        Dash.SOLID);
            }
        };
    }

    /** The modes with the percentage of mass that gradient flow moves to each. */
    static PlanePart modes(StudyInputs inputs, EvolutionRun run) {
        var marks = new ArrayList<Marks>();
        for (var end : run.ends()) {
            marks.add(Marks.Points.one("", end.x(), end.y(), Palette::analytic, Marks.Shape.DISC, 3));
            marks.add(new Marks.Word(
                    Words.text("study.density-evolution.percent", Numbers.significant(100 * end.share(), 4)),
                    end.x(),
                    end.y(),
                    true,
                    Palette::text));
        }
        return new PlanePart(
                Caption.plain(
                        Words.text("study.density-evolution.where-ends"),
                        Words.text("study.density-evolution.all-on-modes"),
                        ""),
                inputs.session().view().box(),
                new ScenePlane(inputs.quietly(inputs.level()), ShownLayers.of("contours"), marks));
    }
}
