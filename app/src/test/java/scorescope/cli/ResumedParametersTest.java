package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameter;
import scorescope.core.training.TrainingParameters;

/**
 * Continuing a training under another value of a declared parameter is refused or reported; if nothing is reported, the value
 * has no effect: the network is equal bit for bit.
 */
class ResumedParametersTest {
    /** Processes for the objectives, the default one first. */
    private static final List<String> PROCESSES = List.of("variance-exploding", "variance-preserving", "ddpm");

    private static final Map<String, Long> SMALL = Map.of("steps", 6L, "batch", 8L, "samples", 40L, "embedding", 4L);

    @TempDir
    Path folder;

    private Path session;
    private Path half;
    private Path whole;

    static Stream<Parameter<?>> parameters() {
        return TrainingParameters.ALL.stream();
    }

    /** Settings under which a parameter has an effect: the kind that declares it. */
    private static List<String> settings(Parameter<?> parameter) {
        var settings = new ArrayList<String>();
        for (var choice :
                List.of(TrainingParameters.OBJECTIVE, TrainingParameters.OPTIMIZER, TrainingParameters.SCHEDULE)) {
            for (var kind : choice.options()) {
                if (TrainingParameters.own(kind).stream()
                        .anyMatch(own -> own.key().equals(parameter.key()))) {
                    settings.add("training." + choice.key() + "=" + kind.id());
                }
            }
        }
        if (parameter.equals(TrainingParameters.SIGMA_DATA)) {
            settings.add("training.preconditioning=edm");
        }
        return settings;
    }

    /** Values other than that of the training's start. */
    private static List<Object> others(Parameter<?> parameter) {
        return switch (parameter) {
            case Parameter.Real real -> {
                double value = real.defaultValue();
                double other = value == 0 ? Math.min(0.5, real.max()) : 0.9 * value;
                yield List.of(other >= real.min() ? other : 1.1 * value);
            }
            case Parameter.Whole whole -> {
                long value = SMALL.getOrDefault(whole.key(), whole.defaultValue());
                yield List.of(value + 1 <= whole.max() ? value + 1 : value - 1);
            }
            case Parameter.OneOf<?> one ->
                one.ids().stream()
                        .filter(id -> !id.equals(one.defaultValue()))
                        .map(Object.class::cast)
                        .toList();
            case Parameter.Pair pair -> List.of(List.of(pair.first() / 2, pair.second()));
            case Parameter.Points _ -> List.of(List.of(List.of(1, 2)));
            case Parameter.Curve _ -> List.of(List.of(List.of(0, 5), List.of(1, -5)));
            case Parameter.Expression formula -> List.of("0.5*(" + formula.standard() + ")");
        };
    }

    private Spoken train(Path output, List<String> settings, Object... more) {
        var words = new ArrayList<Object>(List.of("train", session, "-o", output));
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        words.addAll(List.of(more));
        return Spoken.by(words.toArray());
    }

    /** Trains a part of a run and the whole run; returns the settings used. */
    private List<String> begin(List<String> settings) throws IOException {
        session = Files.writeString(
                folder.resolve("tr.json"),
                "{\"scorescope\": 1, \"training\": {\"hidden\": [4], \"steps\": 6, \"batch\": 8, \"samples\": 40,"
                        + " \"embedding\": 4, \"schedule\": \"cosine\"}}");
        half = folder.resolve("half.npz");
        whole = folder.resolve("whole.npz");
        var said = "";
        for (String process : PROCESSES) {
            var under = new ArrayList<>(settings);
            under.add("process={\"kind\":\"" + process + "\"}");
            var firstRun = train(half, under, "--stop-after", 2);
            if (firstRun.code() == 0) {
                train(whole, under, "--resume", half).done();
                return under;
            }
            said = firstRun.err();
        }
        throw new AssertionError(settings + " cannot be trained: " + said);
    }

    private void assertSaidOrTheSame(List<String> settings, String key, Object value) throws IOException {
        var changed = new ArrayList<>(settings);
        changed.add(key + "=" + value);
        var output = folder.resolve("r.npz");
        var said = train(output, changed, "--resume", half);
        if (said.code() == 0 && said.err().isEmpty()) {
            assertEquals(numbers(whole), numbers(output), key + "=" + value + " changed the training in silence");
        } else {
            // Processes and levels are reported as a whole.
            String group = key.replaceFirst("^(process|training.levels)\\..*", "$1");
            assertTrue(said.err().lines().findFirst().orElse("").contains(group), said.err());
        }
    }

    private static Map<String, String> numbers(Path file) throws IOException {
        var numbers = new LinkedHashMap<String, String>();
        Npz.read(file).arrays().forEach((name, array) -> {
            switch (array) {
                case NpyArray.Floats floats -> numbers.put(name, Arrays.toString(floats.values()));
                case NpyArray.Doubles doubles -> numbers.put(name, Arrays.toString(doubles.values()));
                case NpyArray.Longs longs -> numbers.put(name, Arrays.toString(longs.values()));
                case NpyArray.Text _ -> {}
            }
        });
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void anotherValueOfAnyParameterIsSaid(Parameter<?> parameter) throws IOException {
        var settings = begin(settings(parameter));
        for (Object value : others(parameter)) {
            assertSaidOrTheSame(settings, "training." + parameter.key(), value);
        }
    }

    @Test
    void anotherProcessNoiseDensityOrLevelIsSaid() throws IOException {
        var settings = begin(List.of());
        for (var kind : ProcessCatalog.CATALOG.kinds()) {
            assertSaidOrTheSame(settings, "process", "{\"kind\":\"" + kind.id() + "\"}");
        }
        for (var parameter : ProcessCatalog.CATALOG
                .kind(Choice.of(PROCESSES.getFirst()).kind(), "process")
                .parameters()) {
            assertSaidOrTheSame(
                    settings, "process." + parameter.key(), others(parameter).getFirst());
        }
        assertSaidOrTheSame(settings, "noise.sigma", 0.123);
        assertSaidOrTheSame(settings, "training.hidden", "[5]");
        assertSaidOrTheSame(settings, "training.levels.count", 5);
        assertSaidOrTheSame(settings, "training.levels.min", 0.02);
        assertSaidOrTheSame(settings, "sampler.seed", 9);
    }
}
