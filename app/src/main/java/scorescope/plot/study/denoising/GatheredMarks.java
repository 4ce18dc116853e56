package scorescope.plot.study.denoising;

import java.util.Arrays;
import java.util.List;
import scorescope.core.denoise.ProbeRun;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.figure.Marks;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.ThemeColor;
import scorescope.words.Words;

/**
 * The marks of one noisy point: the ball around it, the clean points whose noisy version fell into it, their mean, and the
 * mean of the added noise with the score, on one scale.
 *
 * @param seen number of clean points shown
 * @param progress position of the newest clean point, from 0 at its noisy version to 1 at its own position
 * @param telling whether the legend names the marks
 */
record GatheredMarks(ProbeRun run, NoiseLevel level, int seen, double progress, boolean telling) {
    static final ThemeColor NOISY = Palette::probe;
    static final ThemeColor CLEAN = Palette::clean;

    void addTo(List<Marks> marks) {
        double[] ballX = new double[49];
        double[] ballY = new double[49];
        for (int i = 0; i < ballX.length; i++) {
            ballX[i] = run.x() + run.radius() * Math.cos(2 * Math.PI * i / 48);
            ballY[i] = run.y() + run.radius() * Math.sin(2 * Math.PI * i / 48);
        }
        marks.add(new Marks.Path(
                telling ? Words.text("study.posterior-average.ball-about-x-tilde") : "",
                ballX,
                ballY,
                NOISY,
                Dash.SOLID,
                1.2));
        if (seen > 0) {
            marks.add(new Marks.Points(
                    telling ? Words.text("study.posterior-average.clean-points-x0-led-into") : "",
                    Arrays.copyOf(run.cleanX(), seen),
                    Arrays.copyOf(run.cleanY(), seen),
                    CLEAN.faded(0.5),
                    Marks.Shape.DISC,
                    1));
            newest(marks);
            marks.add(new Marks.Path(
                    telling ? Words.text("study.posterior-average.path-of-mean") : "",
                    Arrays.copyOf(run.meanX(), seen),
                    Arrays.copyOf(run.meanY(), seen),
                    CLEAN,
                    Dash.SOLID,
                    1.4));
        }
        marks.add(Marks.Points.one(
                telling ? Words.text("study.posterior-average.e-x0-x-tilde-tweedie") : "",
                run.answerX(),
                run.answerY(),
                CLEAN,
                Marks.Shape.RING,
                4.4));
        if (seen > 0) {
            marks.add(Marks.Points.one(
                    telling ? Words.text("study.posterior-average.their-mean-now") : "",
                    run.meanX()[seen - 1],
                    run.meanY()[seen - 1],
                    CLEAN,
                    Marks.Shape.DISC,
                    2.5));
        }
        marks.add(Marks.Points.one(
                telling ? Words.text("notation.x-tilde") : "", run.x(), run.y(), NOISY, Marks.Shape.DIAMOND, 2.5));
    }

    /** The newest clean point, moving from its noisy version to its position. */
    private void newest(List<Marks> marks) {
        int i = seen - 1;
        double x = run.noisyX()[i] + progress * (run.cleanX()[i] - run.noisyX()[i]);
        double y = run.noisyY()[i] + progress * (run.cleanY()[i] - run.noisyY()[i]);
        marks.add(new Marks.Path(
                telling ? Words.text("study.posterior-average.newest-pair") : "",
                new double[] {run.noisyX()[i], run.cleanX()[i]},
                new double[] {run.noisyY()[i], run.cleanY()[i]},
                NOISY.faded(0.6),
                Dash.DASHED,
                1));
        marks.add(Marks.Points.one("", x, y, CLEAN, Marks.Shape.DISC, 1.6));
    }

    /** Length of σ²∇log p, in data units. */
    double scoreLength() {
        return Math.hypot(level.alpha() * run.answerX() - run.x(), level.alpha() * run.answerY() - run.y());
    }

    /** The mean of −ε/σ over the clean points shown, and the score to which it converges, on top of all other marks. */
    void addNoise(List<Marks> marks, double factor) {
        arrow(
                marks,
                "study.posterior-average.score",
                factor * (level.alpha() * run.answerX() - run.x()),
                factor * (level.alpha() * run.answerY() - run.y()),
                Palette::analytic);
        if (seen > 0) {
            double[] pull = run.meanPull(level.alpha(), seen);
            arrow(marks, "study.posterior-average.mean-noise", factor * pull[0], factor * pull[1], Palette::mute);
        }
    }

    private void arrow(List<Marks> marks, String key, double dx, double dy, ThemeColor color) {
        marks.add(new Marks.Displacements(
                telling ? Words.text(key) : "",
                new double[] {run.x()},
                new double[] {run.y()},
                new double[] {run.x() + dx},
                new double[] {run.y() + dy},
                color));
    }
}
