package scorescope.core.training;

import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.noise.VarianceExploding;
import scorescope.core.objective.Objective;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Domain;
import scorescope.core.score.Prediction;

/**
 * A training problem: settings, and the process of the noise. Plain noise at levels (the usual case) does not depend on the
 * session's process, so tasks that differ in it alone are equal.
 *
 * <ul>
 *   <li>Objectives and predictions that depend on a chain's β use the process if it is a chain, otherwise the default
 *       chain;
 *   <li>continuous noise, and objectives that depend on the process's path, use the process;
 *   <li>all others use plain noise at the settings' levels.
 * </ul>
 */
public record TrainingTask(TrainingSettings settings, Choice process) {
    private static final double LARGEST = 1e4;
    private static final double SMALLEST = 1e-6;

    /** @param process the session's process; replaced by a fixed one if the task does not depend on it */
    public TrainingTask {
        process = followed(settings, process);
    }

    /** A task on plain noise, or on the default process if the settings require a process. */
    public TrainingTask(TrainingSettings settings) {
        this(settings, Choice.of(VarianceExploding.KIND.id()));
    }

    private static Choice followed(TrainingSettings settings, Choice process) {
        return switch (noiseRequirement(settings)) {
            case CHAIN -> process.kind().equals(DiscreteDdpm.KIND.id()) ? process : Choice.of(DiscreteDdpm.KIND.id());
            case PATH -> process;
            case ANY -> {
                var levels = settings.trainedLevels();
                double min = Math.clamp(levels.min(), SMALLEST, LARGEST / 2);
                yield new Choice(
                        VarianceExploding.KIND.id(),
                        Parameters.NONE
                                .with(VarianceExploding.SIGMA_MIN, Math.min(min, 1e3))
                                .with(VarianceExploding.SIGMA_MAX, Math.clamp(levels.max(), 1.001 * min, LARGEST)));
            }
        };
    }

    private static Objective.NoiseRequirement noiseRequirement(TrainingSettings settings) {
        var requirement = settings.family().noiseRequirement();
        if (requirement == Objective.NoiseRequirement.CHAIN || settings.prediction() == Prediction.MEAN) {
            return Objective.NoiseRequirement.CHAIN;
        }
        boolean continuous = settings.scalars().get(TrainingParameters.NOISE).equals(TrainingParameters.CONTINUOUS);
        return continuous ? Objective.NoiseRequirement.PATH : requirement;
    }

    NoiseProcess noiseProcess() {
        return ProcessCatalog.CATALOG.create(process, "process");
    }

    NoiseDraw draw() {
        var followed = noiseProcess();
        if (noiseRequirement(settings) == Objective.NoiseRequirement.ANY) {
            return new NoiseDraw.Geometric(settings.trainedLevels(), followed);
        }
        return followed instanceof DiscreteDdpm chain ? new NoiseDraw.Chain(chain) : new NoiseDraw.Continuous(followed);
    }

    /** Domain of the score to be learned. */
    public Domain domain() {
        boolean edm = settings.scalars().get(TrainingParameters.PRECONDITIONING).equals(TrainingParameters.EDM);
        double sigmaData = edm ? settings.scalars().get(TrainingParameters.SIGMA_DATA) : 0;
        if (noiseRequirement(settings) == Objective.NoiseRequirement.ANY) {
            var levels = settings.trainedLevels();
            return new Domain(process, levels.min(), levels.max(), settings.prediction(), sigmaData);
        }
        var followed = noiseProcess();
        NoiseLevel first = followed.at(followed.tMin());
        NoiseLevel last = followed.at(followed.tMax());
        return new Domain(process, first.ratio(), last.ratio(), settings.prediction(), sigmaData);
    }

    /** The objective, for points of {@code data}. */
    public Objective objective(TrainingData data) {
        return settings.family().over(new Objective.Subject(noiseProcess(), data.mixture()));
    }
}
