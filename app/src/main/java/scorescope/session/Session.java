package scorescope.session;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.density.Component;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.Start;
import scorescope.core.training.TrainingSettings;

/**
 * Everything a picture depends on, immutable. The window, the command line, undo and a saved file all hold
 * one of these; SessionJson reads and writes it, SessionDefaults is the opening session.
 */
public record Session(
        DensitySpec density,
        Choice process,
        NoiseSpec noise,
        ScoreSpec score,
        SamplerSpec sampler,
        TrainingSettings training,
        View view,
        FigureSpec figure) {

    /** What is studied. */
    public sealed interface DensitySpec {
        record Preset(String name) implements DensitySpec {}

        record Components(List<Component> components) implements DensitySpec {
            public Components {
                components = List.copyOf(components);
            }
        }

        /** Given points with a Gaussian kernel of standard deviation {@code bandwidth}; x and y alternate in xy. */
        record Points(List<Double> xy, double bandwidth) implements DensitySpec {
            public Points {
                xy = List.copyOf(xy);
            }
        }

        /**
         * Points in a CSV file, seen as {@link Points} are.
         *
         * @param sha256 what the file's bytes must hash to, in lower-case hexadecimal; empty if any will do
         */
        record File(Path file, double bandwidth, Optional<String> sha256) implements DensitySpec {
            public File(Path file) {
                this(file, 0, Optional.empty());
            }
        }
    }

    /** The noise level looked at. */
    public sealed interface NoiseSpec {
        /** Plain noise, α = 1. */
        record Sigma(double sigma) implements NoiseSpec {}

        /** Time t of the session's process. */
        record Time(double t) implements NoiseSpec {}
    }

    /** Which score is followed. */
    public sealed interface ScoreSpec {
        record Analytic() implements ScoreSpec {}

        /**
         * The network being trained in this program, or kept in a file.
         *
         * @param sha256 what the file's bytes must hash to, in lower-case hexadecimal; empty if any will do
         */
        record Learned(Optional<Path> file, Optional<String> sha256) implements ScoreSpec {
            public Learned(Optional<Path> file) {
                this(file, Optional.empty());
            }
        }
    }

    /** How particles move. {@code method} holds the sampler's kind and its own parameters. */
    public record SamplerSpec(Choice method, int particles, long seed, Start start) {}

    /**
     * What is drawn of the plane. {@code layers} are ids of the layer catalog, bottom first; {@code settings} what a
     * person has set of them, by id, kept while a layer is not shown.
     */
    public record View(
            double x0,
            double x1,
            double y0,
            double y1,
            List<String> layers,
            String colorMap,
            Map<String, Parameters> settings) {
        public View {
            layers = List.copyOf(layers);
            var given = new LinkedHashMap<>(settings);
            given.values().removeIf(values -> values.given().isEmpty());
            settings = Collections.unmodifiableMap(given);
        }

        public View(double x0, double x1, double y0, double y1, List<String> layers, String colorMap) {
            this(x0, x1, y0, y1, layers, colorMap, Map.of());
        }

        /** The same layers over another part of the plane. */
        public View over(double newX0, double newX1, double newY0, double newY1) {
            return new View(newX0, newX1, newY0, newY1, layers, colorMap, settings);
        }

        public View withLayers(List<String> changed) {
            return new View(x0, x1, y0, y1, changed, colorMap, settings);
        }

        /** What is set of one layer. */
        public Parameters settings(String layer) {
            return settings.getOrDefault(layer, Parameters.NONE);
        }

        public View withSettings(String layer, Parameters changed) {
            var all = new LinkedHashMap<>(settings);
            all.put(layer, changed);
            return new View(x0, x1, y0, y1, layers, colorMap, all);
        }
    }

    /** The exported figure. {@code width} keeps its unit, such as {@code 85mm}. */
    public record FigureSpec(String width, List<Map<String, Object>> panels) {
        public FigureSpec {
            panels = List.copyOf(panels);
        }
    }

    public Session withDensity(DensitySpec changed) {
        return new Session(changed, process, noise, score, sampler, training, view, figure);
    }

    public Session withProcess(Choice changed) {
        return new Session(density, changed, noise, score, sampler, training, view, figure);
    }

    public Session withNoise(NoiseSpec changed) {
        return new Session(density, process, changed, score, sampler, training, view, figure);
    }

    public Session withScore(ScoreSpec changed) {
        return new Session(density, process, noise, changed, sampler, training, view, figure);
    }

    public Session withSampler(SamplerSpec changed) {
        return new Session(density, process, noise, score, changed, training, view, figure);
    }

    public Session withTraining(TrainingSettings changed) {
        return new Session(density, process, noise, score, sampler, changed, view, figure);
    }

    public Session withView(View changed) {
        return new Session(density, process, noise, score, sampler, training, changed, figure);
    }

    public Session withFigure(FigureSpec changed) {
        return new Session(density, process, noise, score, sampler, training, view, changed);
    }
}
