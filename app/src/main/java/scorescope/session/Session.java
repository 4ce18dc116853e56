package scorescope.session;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import scorescope.core.density.Box;
import scorescope.core.density.Component;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.method.SamplerCatalog;
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
         * Points in a CSV, NPY or NPZ file, or the dark pixels of a picture, seen as {@link Points} are.
         *
         * @param count how many points a picture becomes; a file of points has its own number of them
         * @param sha256 what the file's bytes must hash to, in lower-case hexadecimal; empty if any will do
         */
        record File(Path file, double bandwidth, int count, Optional<String> sha256) implements DensitySpec {
            private static final List<String> PICTURE_ENDINGS = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

            public File(Path file) {
                this(file, Optional.empty());
            }

            public File(Path file, Optional<String> sha256) {
                this(
                        file,
                        SessionParameters.BANDWIDTH.standard(),
                        Math.toIntExact(SessionParameters.COUNT.standard()),
                        sha256);
            }

            /** Whether it is called a picture; its bytes decide. */
            public boolean namesPicture() {
                var name = file.toString().toLowerCase(Locale.ROOT);
                return PICTURE_ENDINGS.stream().anyMatch(name::endsWith);
            }
        }

        /** The width of the Gaussian on every point of a density of points; empty for others. */
        default Optional<Double> pointWidth() {
            return switch (this) {
                case Points points -> Optional.of(points.bandwidth());
                case File file -> Optional.of(file.bandwidth());
                case Preset _, Components _ -> Optional.empty();
            };
        }

        /** The same points under Gaussians of another width; others as they are. */
        default DensitySpec withPointWidth(double changed) {
            return switch (this) {
                case Points points -> new Points(points.xy(), changed);
                case File file -> new File(file.file(), changed, file.count(), file.sha256());
                case Preset _, Components _ -> this;
            };
        }

        /** The same picture seen as so many points; others as they are. */
        default DensitySpec withCount(int changed) {
            return this instanceof File file ? new File(file.file(), file.bandwidth(), changed, file.sha256()) : this;
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
    public record SamplerSpec(Choice method, int particles, long seed, Start start) {
        /** Where particles of a method begin unless a person says otherwise. */
        public static Start naturalStart(Choice method) {
            return SamplerCatalog.CATALOG.create(method, "sampler").naturalStart();
        }

        /** The same particles moved by another kind of sampler; a start that nobody has chosen goes with the kind. */
        public SamplerSpec ofKind(String kind) {
            var chosen = Choice.of(kind);
            return new SamplerSpec(
                    chosen, particles, seed, start.equals(naturalStart(method)) ? naturalStart(chosen) : start);
        }

        public SamplerSpec withMethod(Choice changed) {
            return new SamplerSpec(changed, particles, seed, start);
        }

        public SamplerSpec withStart(Start changed) {
            return new SamplerSpec(method, particles, seed, changed);
        }
    }

    /**
     * What is drawn of the plane. {@code layers} are ids of the layer catalog, bottom first; {@code settings} what a
     * person has set of them, by id, kept while a layer is not shown.
     *
     * @param brush radius of the brush that sprays points, in data units
     */
    public record View(
            double x0,
            double x1,
            double y0,
            double y1,
            List<String> layers,
            String colorMap,
            Map<String, Parameters> settings,
            StudySpec study,
            double brush) {
        public View {
            layers = List.copyOf(layers);
            settings = withoutEmpty(settings);
        }

        public View(double x0, double x1, double y0, double y1, List<String> layers, String colorMap) {
            this(x0, x1, y0, y1, layers, colorMap, Map.of(), StudySpec.NONE, SessionParameters.BRUSH.standard());
        }

        /** What is seen of the plane at least. */
        public Box box() {
            return new Box(x0, x1, y0, y1);
        }

        /** The same layers over another part of the plane. */
        public View over(double newX0, double newX1, double newY0, double newY1) {
            return new View(newX0, newX1, newY0, newY1, layers, colorMap, settings, study, brush);
        }

        public View withLayers(List<String> changed) {
            return new View(x0, x1, y0, y1, changed, colorMap, settings, study, brush);
        }

        /** What is set of one layer. */
        public Parameters settings(String layer) {
            return settings.getOrDefault(layer, Parameters.NONE);
        }

        public View withSettings(String layer, Parameters changed) {
            var all = new LinkedHashMap<>(settings);
            all.put(layer, changed);
            return new View(x0, x1, y0, y1, layers, colorMap, all, study, brush);
        }

        public View withStudy(StudySpec changed) {
            return new View(x0, x1, y0, y1, layers, colorMap, settings, changed, brush);
        }

        public View withBrush(double changed) {
            return new View(x0, x1, y0, y1, layers, colorMap, settings, study, changed);
        }
    }

    /**
     * The study that takes the stage's place.
     *
     * @param name of the study catalog; empty for the plain stage
     * @param settings what a person has set of studies, by name, kept while one is not shown
     * @param moment where the study's clock stands, from 0 (its beginning) to 1 (its end)
     */
    public record StudySpec(Optional<String> name, Map<String, Parameters> settings, double moment) {
        public static final StudySpec NONE = new StudySpec(Optional.empty(), Map.of(), 0);

        public StudySpec {
            settings = withoutEmpty(settings);
        }

        /** What is set of the study shown. */
        public Parameters shownSettings() {
            return name.map(this::settings).orElse(Parameters.NONE);
        }

        /** What is set of one study. */
        public Parameters settings(String study) {
            return settings.getOrDefault(study, Parameters.NONE);
        }

        /** The same settings, with another study shown, from its beginning. */
        public StudySpec showing(Optional<String> changed) {
            return new StudySpec(changed, settings, 0);
        }

        public StudySpec with(String study, Parameters changed) {
            var all = new LinkedHashMap<>(settings);
            all.put(study, changed);
            return new StudySpec(name, all, moment);
        }

        public StudySpec at(double changed) {
            return new StudySpec(name, settings, changed);
        }
    }

    private static Map<String, Parameters> withoutEmpty(Map<String, Parameters> settings) {
        var given = new LinkedHashMap<>(settings);
        given.values().removeIf(values -> values.given().isEmpty());
        return Collections.unmodifiableMap(given);
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
