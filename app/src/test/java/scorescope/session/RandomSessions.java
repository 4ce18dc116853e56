package scorescope.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.DrawnStart;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.PointStart;
import scorescope.core.sampling.PriorStart;
import scorescope.core.sampling.Start;
import scorescope.core.sampling.UniformStart;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.core.training.TrainingSettings;

/** Random valid sessions with every section, each from a seed. */
public final class RandomSessions {
    private final Random random;
    private final Path folder;

    private RandomSessions(long seed, Path folder) {
        this.random = new Random(seed);
        this.folder = folder;
    }

    public static Session session(long seed, Path folder) {
        return new RandomSessions(seed, folder).session();
    }

    public Session session() {
        double size = Math.exp(random.nextGaussian());
        double x = random.nextGaussian();
        return SessionDefaults.opening()
                .withDensity(density())
                .withProcess(
                        choice(ProcessCatalog.CATALOG, SessionDefaults.opening().process()))
                .withNoise(
                        random.nextBoolean()
                                ? new NoiseSpec.Sigma(Math.exp(random.nextGaussian()))
                                : new NoiseSpec.Time(0.999 * random.nextDouble()))
                .withScore(
                        random.nextBoolean()
                                ? new ScoreSpec.Analytic(new NetworkFile(
                                        random.nextBoolean() ? file("net.npz") : Optional.empty(), hash()))
                                : new ScoreSpec.Learned(file("net.npz"), hash()))
                .withSampler(new SamplerSpec(
                        choice(
                                SamplerCatalog.CATALOG,
                                SessionDefaults.opening().sampler().method()),
                        1 + random.nextInt(1_000_000),
                        random.nextLong(),
                        start(),
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(20))))
                .withTraining(new TrainingSettings(
                        parameters(
                                TrainingParameters.ALL,
                                SessionDefaults.opening().training().scalars()),
                        random.ints(1 + random.nextInt(4), 1, 512).boxed().toList(),
                        new TrainingSettings.Levels(
                                1 + random.nextInt(100), 1 + 10 * random.nextDouble(), random.nextDouble() + 1e-3)))
                .withView(new View(
                        x - size,
                        x + size,
                        -size,
                        size,
                        List.of("density", "quiver").subList(0, random.nextInt(3)),
                        "viridis",
                        Map.of(),
                        study(),
                        0.01 + random.nextDouble(),
                        one(Shown.values()),
                        random.nextBoolean()))
                .withFigure(new FigureSpec(
                        (10 + random.nextInt(200)) + "mm",
                        panels(),
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(24)),
                        Set.copyOf(subset(List.of(FigureSpec.Share.values()))),
                        print()))
                .withConditioning(new Conditioning(
                        random.nextBoolean()
                                ? Optional.empty()
                                : Optional.of(new Guidance("class " + random.nextInt(3), 8 * random.nextDouble())),
                        random.nextBoolean() ? Optional.empty() : Optional.of(measurement())))
                .withLanes(random.nextBoolean() ? List.of() : List.of(patch(), patch()))
                .withCarried(
                        random.nextBoolean()
                                ? Carried.NOTHING
                                : Carried.NOTHING.with(bytes()).with(bytes()));
    }

    private Measurement measurement() {
        var row = List.of(random.nextGaussian(), random.nextGaussian());
        double value = random.nextGaussian();
        return random.nextBoolean()
                ? new Measurement(List.of(row), List.of(value), 0.1 + random.nextDouble())
                : new Measurement(List.of(row, List.of(1.0, 0.0)), List.of(value, -value), 0.1 + random.nextDouble());
    }

    private PrintSpec print() {
        return new PrintSpec(
                random.nextBoolean() ? Optional.empty() : Optional.of((30 + random.nextInt(200)) + "mm"),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(4 + 20 * random.nextDouble()),
                random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(0.1 + random.nextDouble()),
                random.nextBoolean(),
                any(Letters.values()));
    }

    private <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private Optional<Shown> one(Shown[] all) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(all[random.nextInt(all.length)]);
    }

    private byte[] bytes() {
        var bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> List<T> subset(List<T> all) {
        return all.stream().filter(_ -> random.nextBoolean()).toList();
    }

    private List<FigurePanel> panels() {
        var panels = new ArrayList<FigurePanel>();
        for (int i = random.nextInt(4); i > 0; i--) {
            panels.add(new FigurePanel(
                    patch(),
                    random.nextBoolean() ? Optional.empty() : Optional.of("at $\\sigma$ = 1.5"),
                    random.nextBoolean() ? Optional.empty() : Optional.of("c")));
        }
        return panels;
    }

    /** A patch that is valid for every session. */
    private Patch patch() {
        var patch = random.nextBoolean()
                ? Patch.of("noise.sigma", Math.exp(random.nextGaussian()))
                : Patch.of("view.layers", List.of("quiver"));
        if (random.nextBoolean()) {
            patch = patch.with("score.file", file("net.npz").orElseThrow().toString());
        }
        return random.nextBoolean() ? patch.with("view.x", List.of(-1.5, 2L)) : patch.with("view.shown", Patch.REMOVED);
    }

    private StudySpec study() {
        if (random.nextBoolean()) {
            return StudySpec.NONE;
        }
        var settings = Map.of("film-strip", new Parameters(Map.of("count", 5L, "from", random.nextDouble())));
        return new StudySpec(
                Optional.of("film-strip"), random.nextBoolean() ? settings : Map.of(), random.nextDouble());
    }

    private DensitySpec density() {
        return switch (random.nextInt(4)) {
            case 0 -> new DensitySpec.Preset(one(DensityCatalog.CATALOG.ids()));
            case 1 -> {
                var components = new ArrayList<Component>();
                for (int k = 0; k <= random.nextInt(30); k++) {
                    double a = Math.exp(random.nextGaussian());
                    double c = Math.exp(random.nextGaussian());
                    double b = (1.98 * random.nextDouble() - 0.99) * Math.sqrt(a * c);
                    components.add(new Component(
                            Math.exp(3 * random.nextGaussian()),
                            random.nextGaussian(),
                            random.nextGaussian(),
                            a,
                            b,
                            c));
                }
                yield new DensitySpec.Components(components);
            }
            case 2 ->
                new DensitySpec.Points(
                        random.doubles(2L * (1 + random.nextInt(50)), -10, 10)
                                .boxed()
                                .toList(),
                        random.nextDouble());
            default ->
                new DensitySpec.File(
                        file("points.csv").orElseThrow(), random.nextDouble(), 1 + random.nextInt(9_999), hash());
        };
    }

    private Start start() {
        return switch (random.nextInt(5)) {
            case 0 -> new GaussianStart(random.nextGaussian(), random.nextGaussian(), random.nextDouble());
            case 1 -> new UniformStart(-1 - random.nextDouble(), random.nextDouble(), -random.nextDouble(), 1);
            case 2 -> new PointStart(random.nextGaussian(), -0.0);
            case 3 ->
                new DrawnStart(
                        random.doubles(2L * (1 + random.nextInt(50)), -10, 10)
                                .boxed()
                                .toList(),
                        random.nextDouble());
            default -> new PriorStart();
        };
    }

    private Choice choice(Catalog<?> catalog, Choice standard) {
        var kind = catalog.kinds().get(random.nextInt(catalog.kinds().size()));
        boolean same = kind.id().equals(standard.kind());
        return new Choice(kind.id(), parameters(kind.parameters(), same ? standard.parameters() : Parameters.NONE));
    }

    /** Some declared parameters at or near their default; always those that the standard has. */
    private Parameters parameters(List<? extends Parameter<?>> declared, Parameters standard) {
        var values = new LinkedHashMap<String, Object>();
        for (Parameter<?> parameter : declared) {
            if (standard.has(parameter) || random.nextBoolean()) {
                values.put(parameter.key(), value(parameter));
            }
        }
        return new Parameters(values);
    }

    private Object value(Parameter<?> parameter) {
        return switch (parameter) {
            case Parameter.Real real ->
                Math.clamp(real.standard() * (1 + 0.1 * random.nextDouble()), real.min(), real.max());
            case Parameter.Whole whole -> Math.clamp(whole.standard() + random.nextInt(3), whole.min(), whole.max());
            case Parameter.OneOf<?> choice -> one(choice.ids());
            case Parameter.Pair pair -> pair.defaultValue();
            case Parameter.Points points -> points.standard();
            case Parameter.Curve curve -> curve.standard();
            case Parameter.Expression formula -> random.nextBoolean() ? formula.standard() : "4 - 9*t^2 - t";
        };
    }

    private Optional<Path> file(String name) {
        return Optional.of((random.nextBoolean() ? folder : folder.resolveSibling("elsewhere é"))
                .resolve(name)
                .toAbsolutePath()
                .normalize());
    }

    private Optional<String> hash() {
        return random.nextBoolean() ? Optional.empty() : Optional.of("%064x".formatted(random.nextLong()));
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
