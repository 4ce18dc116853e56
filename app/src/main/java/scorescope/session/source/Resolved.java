package scorescope.session.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.io.Csv;
import scorescope.core.io.PointsFile;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Ranges;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.core.training.WeightsFile;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import scorescope.words.Words;

/**
 * The objects that a session refers to. Its files have been read and are no longer needed.
 *
 * @param exact the exact score of the mixture
 * @param process the forward process
 * @param level the noise level shown: the session's, or that of the step of the run shown
 */
public record Resolved(Session session, MixtureScore exact, NoiseProcess process, NoiseLevel level) {

    /** @throws BadInputException if a file that the session names is missing, altered or malformed */
    public static Resolved of(Session session) {
        var process = process(session);
        return new Resolved(session, new MixtureScore(mixture(session)), process, level(session, process));
    }

    /** The same objects for a session with equal density and process. */
    public Resolved changed(Session changed) {
        return new Resolved(changed, exact, process, level(changed, process));
    }

    /** The same at another noise level. */
    public Resolved at(NoiseLevel other) {
        return new Resolved(session, exact, process, other);
    }

    public static NoiseProcess process(Session session) {
        return ProcessCatalog.CATALOG.create(session.process(), "process");
    }

    /** @throws BadInputException if the session's σ is not a noise level, or its t not a time of the process */
    public static NoiseLevel level(Session session, NoiseProcess process) {
        return switch (session.noise()) {
            case NoiseSpec.Sigma(double sigma) -> {
                Ranges.width(sigma, "noise.sigma");
                yield NoiseLevel.plain(sigma);
            }
            case NoiseSpec.Time(double t) -> {
                if (!(t >= 0) || t > process.tMax()) {
                    throw new BadInputException(
                            "noise.t",
                            t > process.tMax()
                                    ? Words.text("session.time.after", t)
                                    : Words.text("session.time.before", t),
                            Words.text("session.time.range", process.tMax()));
                }
                var level = process.at(t);
                if (level.sigma() != 0 && level.sigma() < Ranges.NARROWEST) {
                    throw new BadInputException(
                            "noise.t",
                            Words.text("session.time.narrow", t, level.sigma()),
                            Words.text("session.time.zero-or-range", earliest(process), process.tMax()));
                }
                yield level;
            }
        };
    }

    /** A time of two digits whose σ is at least {@link Ranges#NARROWEST}. */
    private static double earliest(NoiseProcess process) {
        double t = 0.1 * process.tMax();
        while (t > Double.MIN_NORMAL && process.at(0.1 * t).sigma() >= Ranges.NARROWEST) {
            t *= 0.1;
        }
        return new BigDecimal(t).round(new MathContext(2, RoundingMode.UP)).doubleValue();
    }

    /**
     * The session's density; points become components of covariance bandwidth² I.
     *
     * @throws BadInputException if its file is missing, altered or malformed
     */
    public static GaussianMixture mixture(Session session) {
        return switch (session.density()) {
            case DensitySpec.Preset preset -> DensityCatalog.CATALOG.create(Choice.of(preset.name()), "density.preset");
            case DensitySpec.Components given -> new GaussianMixture(given.components());
            case DensitySpec.Points points -> {
                int count = points.xy().size() / 2;
                var x = new double[count];
                var y = new double[count];
                for (int i = 0; i < count; i++) {
                    x[i] = points.xy().get(2 * i);
                    y[i] = points.xy().get(2 * i + 1);
                }
                yield around(x, y, points.bandwidth());
            }
            case DensitySpec.File file -> {
                byte[] bytes = SourceBytes.of(session.carried(), Optional.of(file.file()), file.sha256(), "density");
                String place = file.file().toString();
                var points = PictureFile.isPicture(bytes)
                        ? PictureFile.points(bytes, file.count(), place)
                        : PointsFile.read(bytes, place);
                if (points.count() > SessionParameters.MOST_POINTS) {
                    throw new BadInputException(
                            file.file().toString(),
                            Words.text("session.too-many-points", points.count()),
                            Words.text("session.at-most", SessionParameters.MOST_POINTS));
                }
                requireNear(points, file.file());
                yield around(points.x(), points.y(), file.bandwidth());
            }
        };
    }

    private static void requireNear(Csv.Points points, Path file) {
        for (int i = 0; i < points.count(); i++) {
            if (!(Math.abs(points.x()[i]) <= Ranges.FARTHEST && Math.abs(points.y()[i]) <= Ranges.FARTHEST)) {
                String place = Words.text("session.point", file, i + 1);
                Ranges.coordinate(points.x()[i], place);
                Ranges.coordinate(points.y()[i], place);
            }
        }
    }

    private static GaussianMixture around(double[] x, double[] y, double bandwidth) {
        var components = new ArrayList<Component>(x.length);
        for (int i = 0; i < x.length; i++) {
            components.add(Component.isotropic(1, x[i], y[i], bandwidth));
        }
        return new GaussianMixture(components);
    }

    /** Whether the noised density exists: at σ = 0 points have none. */
    public boolean hasDensity() {
        return exact.mixture().hasDensity(level);
    }

    /** @throws BadInputException if the density does not exist at this level */
    public void requireDensity() {
        exact.mixture().requireDensity(level);
    }

    /**
     * The score that the session follows: exact, or a network from its file.
     *
     * @throws BadInputException if the file is not named, missing, altered or malformed
     */
    public ScoreField score() {
        return switch (session.score()) {
            case ScoreSpec.Analytic _ -> exact;
            case ScoreSpec.Learned _ ->
                network(session)
                        .orElseThrow(() -> new BadInputException(
                                "score.file", Words.text("session.no-network"), Words.text("session.name-network")));
        };
    }

    /**
     * The network that a session names; empty if it names none.
     *
     * @throws BadInputException if its file is missing, altered or malformed
     */
    public static Optional<ScoreField> network(Session session) {
        var named = session.score().network();
        return named.given()
                ? Optional.of(WeightsFile.read(
                        SourceBytes.of(session.carried(), named.file(), named.sha256(), "score"),
                        named.file().map(Path::toString).orElse("score.sha256")))
                : Optional.empty();
    }

    /** The session's sampler, bound to {@code score}. */
    public Sampler sampler(ScoreField score) {
        return SamplerCatalog.CATALOG
                .create(session.sampler().method(), "sampler")
                .bind(new SamplingMethod.Problem(score, process, level));
    }

    /** A warning if the session's sampler fails with its present settings; empty if no problem is known. */
    public Optional<String> caution(ScoreField score) {
        return SamplerCatalog.CATALOG
                .create(session.sampler().method(), "sampler")
                .caution(new SamplingMethod.Problem(score, process, level));
    }
}
