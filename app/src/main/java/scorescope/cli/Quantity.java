package scorescope.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.denoise.Denoiser;
import scorescope.core.denoise.Posterior;
import scorescope.core.denoise.ThirdCumulant;
import scorescope.core.denoise.Tweedie;
import scorescope.core.guidance.MeasuredScore;
import scorescope.core.guidance.MeasurementModel;
import scorescope.core.guidance.TiltedDensity;
import scorescope.core.measure.BitsPerDimension;
import scorescope.core.parameter.Nearest;
import scorescope.core.score.JacobianField;
import scorescope.core.score.LogDensityField;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.words.Words;

/** What {@code eval} can compute at given points: a name, its columns, and how they are filled. */
enum Quantity {
    LOG_DENSITY("log-density", "log_density") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var out = new double[1][evaluation.count()];
            exact(evaluation.score())
                    .logDensity(evaluation.x(), evaluation.y(), 0, evaluation.count(), evaluation.level(), out[0]);
            return out;
        }
    },
    SCORE("score", "score_x", "score_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            return scores(evaluation.score(), evaluation);
        }
    },
    HESSIAN("hessian", "hessian_xx", "hessian_xy", "hessian_yy") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var out = jacobian(exact(evaluation.score()), evaluation);
            return new double[][] {out[0], out[1], out[3]};
        }
    },
    JACOBIAN("jacobian", "jacobian_xx", "jacobian_xy", "jacobian_yx", "jacobian_yy") {
        @Override
        double[][] compute(Evaluation evaluation) {
            if (!(evaluation.score() instanceof JacobianField field)) {
                throw unavailable(Words.text("cli.quantity.choose-score-denoised-noise-velocity"));
            }
            return jacobian(field, evaluation);
        }
    },
    DENOISED("denoised", "denoised_x", "denoised_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var out = new double[2][evaluation.count()];
            Denoiser.of(evaluation.score())
                    .mean(evaluation.x(), evaluation.y(), 0, evaluation.count(), evaluation.level(), out[0], out[1]);
            return out;
        }
    },
    POSTERIOR_COVARIANCE(
            "posterior-covariance", "posterior_covariance_xx", "posterior_covariance_xy", "posterior_covariance_yy") {
        @Override
        double[][] compute(Evaluation evaluation) {
            int n = evaluation.count();
            var out = new double[4][n];
            if (evaluation.score() instanceof MixtureScore mixture) {
                new Posterior(mixture)
                        .covariance(evaluation.x(), evaluation.y(), 0, n, evaluation.level(), out[0], out[1], out[2]);
            } else if (evaluation.score() instanceof JacobianField field) {
                Tweedie.covariance(
                        field,
                        evaluation.x(),
                        evaluation.y(),
                        0,
                        n,
                        evaluation.level(),
                        out[0],
                        out[1],
                        out[3],
                        out[2]);
                Arrays.setAll(out[1], i -> 0.5 * (out[1][i] + out[3][i]));
            } else {
                throw unavailable(Words.text("cli.quantity.set-score-source-analytic"));
            }
            return Arrays.copyOf(out, 3);
        }
    },
    THIRD_CUMULANT(
            "third-cumulant", "third_cumulant_xxx", "third_cumulant_xxy", "third_cumulant_xyy", "third_cumulant_yyy") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var out = new double[4][evaluation.count()];
            for (int i = 0; i < evaluation.count(); i++) {
                var cumulant = ThirdCumulant.ofClean(
                        exact(evaluation.score()), evaluation.x()[i], evaluation.y()[i], evaluation.level());
                out[0][i] = cumulant.xxx();
                out[1][i] = cumulant.xxy();
                out[2][i] = cumulant.xyy();
                out[3][i] = cumulant.yyy();
            }
            return out;
        }
    },
    NOISE("noise", "noise_x", "noise_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var out = new double[2][evaluation.count()];
            Denoiser.of(evaluation.score())
                    .noise(evaluation.x(), evaluation.y(), 0, evaluation.count(), evaluation.level(), out[0], out[1]);
            return out;
        }
    },
    VELOCITY("velocity", "velocity_x", "velocity_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var out = new double[2][evaluation.count()];
            Denoiser.of(evaluation.score())
                    .velocity(
                            evaluation.x(), evaluation.y(), 0, evaluation.count(), evaluation.level(), out[0], out[1]);
            return out;
        }
    },
    GUIDED_SCORE("guided-score", "guided_score_x", "guided_score_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            return scores(evaluation.guidance().of(exact(evaluation.score())), evaluation);
        }
    },
    TILTED_SCORE("tilted-score", "tilted_score_x", "tilted_score_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var guidance = evaluation.guidance();
            var mixture = exact(evaluation.score()).mixture();
            return scores(new TiltedDensity(mixture, guidance.label(), guidance.weight()), evaluation);
        }
    },
    POSTERIOR_SCORE("posterior-score", "posterior_score_x", "posterior_score_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var prior = exact(evaluation.score()).mixture();
            return scores(new MixtureScore(evaluation.measurement().posterior(prior)), evaluation);
        }
    },
    DPS_SCORE("dps-score", "dps_score_x", "dps_score_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            return measured(evaluation, MeasurementModel.DPS);
        }
    },
    PIGDM_SCORE("pigdm-score", "pigdm_score_x", "pigdm_score_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            return measured(evaluation, MeasurementModel.PI_GDM);
        }
    },
    LOG_LIKELIHOOD("log-likelihood", "log_likelihood") {
        @Override
        double[][] compute(Evaluation evaluation) {
            return new double[][] {evaluation.encoding().logLikelihood()};
        }
    },
    HUTCHINSON_LOG_LIKELIHOOD("hutchinson-log-likelihood", "hutchinson_log_likelihood", "hutchinson_standard_error") {
        @Override
        double[][] compute(Evaluation evaluation) {
            var estimate = evaluation.encoding().logLikelihood(evaluation.probes(), evaluation.noise());
            return new double[][] {estimate.logLikelihood(), estimate.standardError()};
        }
    },
    BITS_PER_DIMENSION("bits-per-dimension", "bits_per_dimension") {
        @Override
        double[][] compute(Evaluation evaluation) {
            return new double[][] {BitsPerDimension.of(evaluation.encoding().logLikelihood())};
        }
    },
    ENCODED("encoded", "encoded_x", "encoded_y") {
        @Override
        double[][] compute(Evaluation evaluation) {
            return new double[][] {
                evaluation.encoding().x(), evaluation.encoding().y()
            };
        }
    };

    private final String id;
    private final String columns;

    Quantity(String id, String... columns) {
        this.id = id;
        this.columns = String.join(",", columns);
    }

    /**
     * Its columns at the points {@code at}, in the order of {@link #columns}.
     *
     * @throws BadInputException if this score does not have it
     */
    abstract double[][] compute(Evaluation evaluation);

    String id() {
        return id;
    }

    List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    /** Whether it needs the density to exist; for points there is none at σ = 0. */
    boolean needsDensity() {
        return this == LOG_DENSITY || this == SCORE || this == HESSIAN || this == JACOBIAN || name().endsWith("_SCORE");
    }

    /** Whether it belongs to the level at which the flow begins instead of the session's own. */
    boolean alongFlow() {
        return this == LOG_LIKELIHOOD
                || this == HUTCHINSON_LOG_LIKELIHOOD
                || this == BITS_PER_DIMENSION
                || this == ENCODED;
    }

    /** The names, for the command's help. */
    static final class Ids extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Ids() {
            super(ids());
        }
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(Quantity::id).toList();
    }

    /** @throws BadInputException naming the nearest quantity if there is none called {@code id} */
    static Quantity of(String id) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        "--quantity",
                        Words.text("cli.quantity.there-no-quantity", id),
                        Words.text("figure.remedy.nearest", Nearest.of(id, ids()), String.join(", ", ids()))));
    }

    /** The exact score; refuses a learned one, which lacks quantities that only the mixture has. */
    MixtureScore exact(ScoreField score) {
        if (score instanceof MixtureScore mixture) {
            return mixture;
        }
        throw unavailable(
                score instanceof LogDensityField
                        ? Words.text("cli.quantity.set-score-source-analytic")
                        : Words.text("cli.quantity.choose-score-denoised-noise-velocity-2"));
    }

    /** ∂s_x/∂x, ∂s_x/∂y, ∂s_y/∂x and ∂s_y/∂y at every point. */
    private static double[][] jacobian(JacobianField field, Evaluation evaluation) {
        var out = new double[4][evaluation.count()];
        field.jacobian(
                evaluation.x(),
                evaluation.y(),
                0,
                evaluation.count(),
                evaluation.level(),
                out[0],
                out[1],
                out[2],
                out[3]);
        return out;
    }

    private static double[][] scores(ScoreField field, Evaluation evaluation) {
        var out = new double[2][evaluation.count()];
        field.score(evaluation.x(), evaluation.y(), 0, evaluation.count(), evaluation.level(), out[0], out[1]);
        return out;
    }

    double[][] measured(Evaluation evaluation, MeasurementModel model) {
        return scores(new MeasuredScore(exact(evaluation.score()), evaluation.measurement(), model), evaluation);
    }

    BadInputException unavailable(String remedy) {
        return new BadInputException("--quantity", Words.text("cli.quantity.not-available-learned-score", id), remedy);
    }
}
