package scorescope.plot.study.denoising;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.denoise.Posterior;
import scorescope.core.density.Box;
import scorescope.core.field.Grid;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.wrong.WrongFormula;
import scorescope.core.wrong.WrongFormula.Quantity;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.Marks;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.ProbePoint;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.scene.ShownLayers;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/** A wrong field of vectors beside the right one, at the session's noise level; the wrong one in red. */
record WrongOnPurposeField(WrongFormula formula) {
    private static final int ARROWS = 15;
    /** Longest arrow, in distances between neighbouring arrows; longer ones are cut. */
    private static final double LONGEST = 2;

    /** Vectors at points: displacements or scores. */
    private record Vectors(double[] x, double[] y) {
        double largest() {
            double most = 0;
            for (int i = 0; i < x.length; i++) {
                most = Math.max(most, Math.hypot(x[i], y[i]));
            }
            return most;
        }
    }

    private Vectors right(MixtureScore exact, NoiseLevel level, double[] x, double[] y) {
        var out = new Vectors(new double[x.length], new double[x.length]);
        if (formula.quantity() == Quantity.DENOISED) {
            new Posterior(exact).mean(x, y, 0, x.length, level, out.x(), out.y());
        } else {
            exact.score(x, y, 0, x.length, level, out.x(), out.y());
        }
        return out;
    }

    private Vectors wrong(MixtureScore exact, NoiseLevel level, double[] x, double[] y) {
        var out = new Vectors(new double[x.length], new double[x.length]);
        formula.field().at(exact, level, x, y, out.x(), out.y());
        return out;
    }

    StudyScene scene(StudyInputs inputs) {
        var level = preserving(inputs.level());
        var exact = inputs.exact();
        if (level.sigma() == 0) {
            throw new BadInputException(
                    "noise",
                    Words.text("study.wrong-on-purpose.no-noise"),
                    Words.text("study.wrong-on-purpose.add-noise"));
        }
        exact.mixture().requireDensity(NoiseLevel.plain(0));
        var box = reached(inputs.session().view().box());
        var grid = grid(box);
        var right = moved(grid, right(exact, level, grid.x(), grid.y()));
        var wrong = moved(grid, wrong(exact, level, grid.x(), grid.y()));
        double spacing = (box.x1() - box.x0()) / ARROWS;
        double scale = formula.quantity() == Quantity.DENOISED ? 1 : 0.9 * spacing / Math.max(1e-300, right.largest());
        var probe = ProbePoint.wherever(inputs.session().view());
        return StudyScene.of(
                        Words.text("study.wrong-on-purpose.description", Words.written(formula.title())),
                        Row.of(
                                plane(inputs, level, box, true, grid, right, scale, spacing),
                                plane(inputs, level, box, false, grid, wrong, scale, spacing)),
                        Row.of(new TablePart(
                                Caption.plain(
                                        Words.text(
                                                "study.wrong-on-purpose.at",
                                                Numbers.significant(probe.x(), 3),
                                                Numbers.significant(probe.y(), 3)),
                                        "",
                                        ""),
                                table(exact, level, probe.x(), probe.y()))))
                .saying(Words.written(formula.help()));
    }

    /** The variance-preserving level of the same σ/α: with α = 1 half of the mistakes have no effect. */
    private static NoiseLevel preserving(NoiseLevel level) {
        double norm = Math.hypot(1, level.sigma());
        return level.alpha() == 1 ? new NoiseLevel(level.t(), 1 / norm, level.sigma() / norm) : level;
    }

    private Box reached(Box box) {
        double halfX = 0.5 * formula.reach() * (box.x1() - box.x0());
        double halfY = 0.5 * formula.reach() * (box.y1() - box.y0());
        double x = 0.5 * (box.x0() + box.x1());
        double y = 0.5 * (box.y0() + box.y1());
        return new Box(x - halfX, x + halfX, y - halfY, y + halfY);
    }

    private static Vectors grid(Box box) {
        // The top line stays free for the label.
        double top = box.y1() - (box.y1() - box.y0()) / ARROWS;
        var cells = new Grid(ARROWS, ARROWS - 1, box.x0(), box.x1(), box.y0(), top);
        return new Vectors(cells.centresX(), cells.centresY());
    }

    /** Displacements of denoised points from their noisy points. */
    private Vectors moved(Vectors grid, Vectors values) {
        if (formula.quantity() == Quantity.SCORE) {
            return values;
        }
        var x = values.x().clone();
        var y = values.y().clone();
        for (int i = 0; i < x.length; i++) {
            x[i] -= grid.x()[i];
            y[i] -= grid.y()[i];
        }
        return new Vectors(x, y);
    }

    private PlanePart plane(
            StudyInputs inputs,
            NoiseLevel level,
            Box box,
            boolean right,
            Vectors grid,
            Vectors values,
            double scale,
            double spacing) {
        var marks = new ArrayList<Marks>();
        var endX = new double[values.x().length];
        var endY = new double[values.x().length];
        for (int i = 0; i < endX.length; i++) {
            double length = scale * Math.hypot(values.x()[i], values.y()[i]);
            boolean cut = formula.quantity() == Quantity.SCORE && length > LONGEST * spacing;
            double by = cut ? scale * LONGEST * spacing / length : scale;
            endX[i] = grid.x()[i] + by * values.x()[i];
            endY[i] = grid.y()[i] + by * values.y()[i];
        }
        ThemeColor color = right ? Palette::analytic : WrongOnPurpose.RED;
        var quantity = Words.text(
                formula.quantity() == Quantity.SCORE
                        ? "study.wrong-on-purpose.score"
                        : "study.wrong-on-purpose.denoised");
        marks.add(new Marks.Displacements(
                Words.text(
                        right ? "study.wrong-on-purpose.right-arrows" : "study.wrong-on-purpose.wrong-arrows",
                        quantity),
                grid.x(),
                grid.y(),
                endX,
                endY,
                color));
        if (!right) {
            marks.add(new Marks.Word(
                    Words.text("study.wrong-on-purpose.wrong"),
                    box.x0(),
                    box.y1() - 0.05 * (box.y1() - box.y0()),
                    true,
                    WrongOnPurpose.RED));
        }
        return new PlanePart(
                Caption.plain(
                        right
                                ? Words.text("study.wrong-on-purpose.right")
                                : Words.text("study.wrong-on-purpose.wrong-title", Words.written(formula.title())),
                        "",
                        Words.text(
                                "study.wrong-on-purpose.level",
                                Numbers.significant(level.alpha(), 3),
                                Numbers.significant(level.sigma(), 3))),
                box,
                new ScenePlane(inputs.quietly(level), ShownLayers.of("density", "contours"), marks));
    }

    private Table table(MixtureScore exact, NoiseLevel level, double x, double y) {
        var at = new double[] {x};
        var up = new double[] {y};
        var right = right(exact, level, at, up);
        var wrong = wrong(exact, level, at, up);
        return new Table(
                List.of("", Words.text("study.sampling-step.first"), Words.text("study.sampling-step.second")),
                List.of(row("study.wrong-on-purpose.right", right), row("study.wrong-on-purpose.wrong", wrong)),
                -1);
    }

    private static List<String> row(String key, Vectors one) {
        return List.of(Words.text(key), Numbers.significant(one.x()[0], 4), Numbers.significant(one.y()[0], 4));
    }
}
