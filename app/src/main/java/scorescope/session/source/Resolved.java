package scorescope.session.source;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.density.GaussianMixture;
import scorescope.core.io.Csv;
import scorescope.core.io.InputFile;
import scorescope.core.io.PointsFile;
import scorescope.core.io.StorageException;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.core.training.WeightsFile;
import scorescope.session.Session;
import scorescope.session.Session.DensitySpec;
import scorescope.session.Session.NoiseSpec;
import scorescope.session.Session.ScoreSpec;
import scorescope.session.SessionParameters;

/**
 * The live objects that a session names. Files it refers to have been read, so it no longer depends on them.
 *
 * @param exact the mixture's own score
 * @param process the forward process
 * @param level the noise level looked at
 */
public record Resolved(Session session, MixtureScore exact, NoiseProcess process, NoiseLevel level) {

    /** @throws BadInputException if a file that the session names is missing, altered or malformed */
    public static Resolved of(Session session) {
        var process = process(session);
        return new Resolved(session, new MixtureScore(mixture(session)), process, level(session, process));
    }

    public static NoiseProcess process(Session session) {
        return ProcessCatalog.CATALOG.create(session.process(), "process");
    }

    /** @throws BadInputException if the session's σ is no noise level, or its t not a time of the process */
    public static NoiseLevel level(Session session, NoiseProcess process) {
        return switch (session.noise()) {
            case NoiseSpec.Sigma(double sigma) -> {
                if (!(sigma >= 0) || Double.isInfinite(sigma)) {
                    throw new BadInputException("noise.sigma", sigma + " is not a noise level", "use 0 or more");
                }
                yield NoiseLevel.plain(sigma);
            }
            case NoiseSpec.Time(double t) -> {
                if (!(t >= 0) || t > process.tMax()) {
                    throw new BadInputException(
                            "noise.t",
                            t + (t > process.tMax() ? " is after the end of the process" : " is before its start"),
                            "use a time from " + process.tMin() + " to " + process.tMax());
                }
                yield process.at(t);
            }
        };
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
                byte[] bytes = bytes(file.file(), file.sha256(), "density");
                String place = file.file().toString();
                var points = PictureFile.isPicture(bytes)
                        ? PictureFile.points(bytes, file.count(), place)
                        : PointsFile.read(bytes, place);
                if (points.count() > SessionParameters.MOST_POINTS) {
                    throw new BadInputException(
                            file.file().toString(),
                            points.count() + " points are too many",
                            "use at most " + SessionParameters.MOST_POINTS);
                }
                requireNear(points, file.file());
                yield around(points.x(), points.y(), file.bandwidth());
            }
        };
    }

    private static void requireNear(Csv.Points points, Path file) {
        for (int i = 0; i < points.count(); i++) {
            if (Math.max(Math.abs(points.x()[i]), Math.abs(points.y()[i])) > SessionParameters.FARTHEST) {
                throw new BadInputException(
                        file + ": point " + (i + 1),
                        "the point is too far out",
                        "use coordinates from -" + SessionParameters.FARTHEST + " to " + SessionParameters.FARTHEST);
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

    /** Whether the noised density exists at all: at σ = 0, points have none. */
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
            case ScoreSpec.Learned learned -> learned(learned);
        };
    }

    /**
     * The network that a session names.
     *
     * @throws BadInputException if its file is not named, missing, altered or malformed
     */
    public static ScoreField learned(ScoreSpec.Learned learned) {
        var file = learned.file()
                .orElseThrow(() -> new BadInputException(
                        "score.file", "a learned score needs its network", "train one and name its NPZ file"));
        return WeightsFile.read(bytes(file, learned.sha256(), "score"), file.toString());
    }

    /** The session's sampler, bound to {@code score}. */
    public Sampler sampler(ScoreField score) {
        return SamplerCatalog.CATALOG
                .create(session.sampler().method(), "sampler")
                .bind(new SamplingMethod.Problem(score, process, level));
    }

    private static byte[] bytes(Path file, Optional<String> sha256, String section) {
        try {
            byte[] bytes = InputFile.bytes(file);
            sha256.filter(expected -> !expected.equals(sha256(bytes))).ifPresent(expected -> {
                throw new BadInputException(
                        file.toString(),
                        "is not the file that the session was saved with (its SHA-256 differs)",
                        "restore it, or remove " + section + ".sha256");
            });
            return bytes;
        } catch (IOException unreadable) {
            throw StorageException.of(unreadable, file.toString(), false).asBadInput();
        }
    }

    /**
     * The hash of {@code file} as it is now.
     *
     * @param expected what it must be, if that is known
     * @param section of the session that names the file, for the message
     * @throws BadInputException if it is missing or not the expected one
     */
    public static String sha256(Path file, Optional<String> expected, String section) {
        return sha256(bytes(file, expected, section));
    }

    /** In lower-case hexadecimal, as a session names it. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
