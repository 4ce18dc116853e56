package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.Arrays;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.session.source.Resolved;

/** Numbers of a picture, computed from the mixture and the particles by other methods. */
record NumbersComputedAgain(StudyInputs inputs) {
    /** For a session at the level of the shown step of its run; with a study, at the session's level. */
    static NumbersComputedAgain of(Session session, Findings found) {
        var inputs = StudyInputs.of(session, found);
        return new NumbersComputedAgain(
                new StudyInputs(inputs.resolved().at(level(session)), inputs.findings(), inputs.dark()));
    }

    static NoiseLevel level(Session session) {
        var own = Resolved.of(session);
        boolean runs = session.sampler().step().isPresent()
                && session.view().study().name().isEmpty()
                && (session.shown() != Shown.DIFFERENCE && session.shown() != Shown.OVERLAY)
                && !SamplerCatalog.CATALOG
                        .create(session.sampler().method(), "sampler")
                        .staysAtOneLevel();
        return runs
                ? SamplerWork.run(own.sampler(own.exact()), session.sampler(), _ -> {})
                        .level()
                : own.level();
    }

    double density(double x, double y) {
        double alpha = inputs.level().alpha();
        double noise = inputs.level().sigma() * inputs.level().sigma();
        double sum = 0;
        double weights = 0;
        for (var c : inputs.exact().mixture().components()) {
            double xx = alpha * alpha * c.xx() + noise;
            double xy = alpha * alpha * c.xy();
            double yy = alpha * alpha * c.yy() + noise;
            double determinant = xx * yy - xy * xy;
            double dx = x - alpha * c.meanX();
            double dy = y - alpha * c.meanY();
            double square = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / determinant;
            sum += c.weight() * Math.exp(-square / 2) / (2 * Math.PI * Math.sqrt(determinant));
            weights += c.weight();
        }
        return sum / weights;
    }

    /** Number of distinct ends of gradient ascents from every mean and from a lattice. */
    int modes() {
        var ends = new ArrayList<double[]>();
        var box = inputs.exact().mixture().bounds(1);
        var starts = new ArrayList<double[]>();
        inputs.exact().mixture().components().forEach(c -> starts.add(new double[] {c.meanX(), c.meanY()}));
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                starts.add(new double[] {
                    box.x0() + (box.x1() - box.x0()) * (i + 0.5) / 12, box.y0() + (box.y1() - box.y0()) * (j + 0.5) / 12
                });
            }
        }
        for (double[] at : starts) {
            double step = 0.2;
            double here = density(at[0], at[1]);
            for (int k = 0; k < 6000 && step > 1e-12; k++) {
                double[] score = score(inputs.exact(), inputs.level(), at[0], at[1]);
                double x = at[0] + step * score[0];
                double y = at[1] + step * score[1];
                double there = density(x, y);
                if (there > here) {
                    at[0] = x;
                    at[1] = y;
                    here = there;
                    step *= 1.2;
                } else {
                    step *= 0.5;
                }
            }
            // Ascent along ridges is slow; Newton's method finishes it, possibly at another critical point.
            if (isMaximum(at) && ends.stream().noneMatch(end -> Math.hypot(end[0] - at[0], end[1] - at[1]) < 1e-2)) {
                ends.add(at);
            }
        }
        return ends.size();
    }

    /** Moves {@code at} to a critical point by Newton's method; returns whether both eigenvalues are negative there. */
    private boolean isMaximum(double[] at) {
        double h = 1e-5;
        for (int k = 0; k < 60; k++) {
            double[] s = score(inputs.exact(), inputs.level(), at[0], at[1]);
            double[] right = score(inputs.exact(), inputs.level(), at[0] + h, at[1]);
            double[] left = score(inputs.exact(), inputs.level(), at[0] - h, at[1]);
            double[] above = score(inputs.exact(), inputs.level(), at[0], at[1] + h);
            double[] below = score(inputs.exact(), inputs.level(), at[0], at[1] - h);
            double xx = (right[0] - left[0]) / (2 * h);
            double xy = (above[0] - below[0]) / (2 * h);
            double yy = (above[1] - below[1]) / (2 * h);
            double determinant = xx * yy - xy * xy;
            if (Math.hypot(s[0], s[1]) < 1e-9) {
                return determinant > 0 && xx < 0;
            }
            at[0] -= (yy * s[0] - xy * s[1]) / determinant;
            at[1] -= (xx * s[1] - xy * s[0]) / determinant;
        }
        return false;
    }

    private static double[] score(ScoreField field, NoiseLevel level, double x, double y) {
        double[] u = new double[1];
        double[] v = new double[1];
        field.score(new double[] {x}, new double[] {y}, 0, 1, level, u, v);
        return new double[] {u[0], v[0]};
    }

    double longest(boolean difference) {
        ScoreField shown = inputs.session().shown() == Shown.ANALYTIC ? inputs.exact() : LearnedSession.NETWORK;
        var view = inputs.session().view();
        double longest = 0;
        for (int i = 0; i < 41; i++) {
            for (int j = 0; j < 41; j++) {
                double x = view.x0() + (view.x1() - view.x0()) * (i + 0.5) / 41;
                double y = view.y0() + (view.y1() - view.y0()) * (j + 0.5) / 41;
                double[] s = score(shown, inputs.level(), x, y);
                double[] exact = difference ? score(inputs.exact(), inputs.level(), x, y) : new double[2];
                longest = Math.max(longest, Math.hypot(s[0] - exact[0], s[1] - exact[1]));
            }
        }
        return longest;
    }

    double[] shares() {
        var source = inputs.session().shown() == Shown.LEARNED ? Source.LEARNED : Source.ANALYTIC;
        var end = SamplerWork.run(
                Resolved.of(inputs.session())
                        .sampler(source == Source.LEARNED ? LearnedSession.NETWORK : inputs.exact()),
                inputs.session().sampler(),
                _ -> {});
        var components = inputs.exact().mixture().components();
        boolean staysAtOneLevel = SamplerCatalog.CATALOG
                .create(inputs.session().sampler().method(), "sampler")
                .staysAtOneLevel();
        double alpha = staysAtOneLevel ? inputs.level().alpha() : end.level().alpha();
        var counts = new double[components.size()];
        for (int i = 0; i < end.x().length; i++) {
            int nearest = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < counts.length; k++) {
                var c = components.get(k);
                double apart = Math.hypot(end.x()[i] - alpha * c.meanX(), end.y()[i] - alpha * c.meanY());
                if (apart < least) {
                    least = apart;
                    nearest = k;
                }
            }
            counts[nearest]++;
        }
        return Arrays.stream(counts).map(count -> count / end.x().length).toArray();
    }
}
