package scorescope.core.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.io.InputFile;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.network.Architecture;
import scorescope.core.network.Weights;
import scorescope.core.noise.DiscreteDdpm;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.score.Domain;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.Prediction;

/**
 * A learned score as an NPZ file that {@code numpy.load} opens.
 *
 * <p>float32 tensors E1 (m, 1), e1 (m), E2 (m, m), e2 (m), W1 (h1, 2+m), b1 (h1), …, Wn (2, h), bn (2), so that with c =
 * log(σ/α): e = φ(E2 φ(E1 c + e1) + e2), h = [x, e], h = φ(W1 h + b1), …, out = Wn h + bn. Beside them {@code format}
 * (int64, 1), {@code hidden} (int64 vector), {@code embedding} (int64), {@code activation}, {@code prediction} and
 * {@code process} (strings), {@code process_parameters} (strings "key=value"), {@code levels} (float64: smallest and
 * largest trained σ/α), {@code output} ("vector", or "energy": Wn is then (1, h) and the prediction is the energy's
 * negative slope by the input), {@code noise_embedding} (string; "fourier" has sin for the first φ), {@code sigma_data}
 * (float64; above 0 means EDM's preconditioning). The entries after {@code levels} are optional.
 */
public final class WeightsFile {
    private static final long FORMAT = 1;
    private static final String PROCESS_PARAMETERS = "process_parameters";
    private static final String OUTPUT = "output";
    private static final String NOISE_EMBEDDING = "noise_embedding";
    private static final String SIGMA_DATA = "sigma_data";
    private static final int WIDEST = 8192;
    private static final int DEEPEST = 64;

    private WeightsFile() {}

    /** Writes the file; a failure leaves no partial file. */
    public static void write(Path file, LearnedScore score) throws IOException {
        contents(score).write(file);
    }

    /** The bytes of such a file; equal scores give equal bytes. */
    public static byte[] bytes(LearnedScore score) {
        return contents(score).bytes();
    }

    /** @throws BadInputException if there is no such file, or it does not hold a network of this program */
    public static LearnedScore read(Path file) throws IOException {
        return read(InputFile.bytes(file), file.toString());
    }

    /**
     * @param place name of the file in messages
     * @throws BadInputException if it does not hold a network of this program
     */
    public static LearnedScore read(byte[] file, String place) {
        return read(arrays(file, place));
    }

    /** The arrays of a file that is expected to hold weights. */
    static Npz arrays(byte[] file, String place) {
        if (!Npz.isZip(file)) {
            throw BadInputException.of(place, "core.weights-file.no-weights");
        }
        return Npz.read(file, place);
    }

    static Npz contents(LearnedScore score) {
        var architecture = score.weights().architecture();
        var domain = score.domain();
        var arrays = new LinkedHashMap<String, NpyArray>();
        arrays.put("format", NpyArray.of(FORMAT));
        arrays.put(
                "hidden",
                NpyArray.of(architecture.hidden().stream().mapToLong(w -> w).toArray()));
        arrays.put("embedding", NpyArray.of((long) architecture.embedding()));
        arrays.put("activation", NpyArray.of(architecture.activation().id()));
        arrays.put("prediction", NpyArray.of(domain.prediction().id()));
        arrays.put("process", NpyArray.of(domain.process().kind()));
        var parameters = domain.process().parameters().given().entrySet().stream()
                .map(given -> given.getKey() + "=" + given.getValue())
                .toArray(String[]::new);
        arrays.put(PROCESS_PARAMETERS, new NpyArray.Text(new int[] {parameters.length}, parameters));
        arrays.put(
                OUTPUT,
                NpyArray.of((architecture.energy() ? TrainingParameters.ENERGY : TrainingParameters.VECTOR).id()));
        arrays.put(NOISE_EMBEDDING, NpyArray.of(architecture.noiseEmbedding().id()));
        arrays.put(SIGMA_DATA, NpyArray.of(domain.sigmaData()));
        arrays.put("levels", NpyArray.of(domain.minLevel(), domain.maxLevel()));
        for (var tensor : architecture.tensors()) {
            int[] shape = tensor.shape().stream().mapToInt(extent -> extent).toArray();
            arrays.put(tensor.name(), new NpyArray.Floats(shape, score.weights().tensor(tensor.name())));
        }
        return new Npz(arrays);
    }

    private static LearnedScore read(Npz file) {
        if (!file.has("format")) {
            throw BadInputException.of(file.place(), "core.weights-file.no-weights");
        }
        long format = single(file, "format");
        if (format != FORMAT) {
            throw BadInputException.of(file.place() + ": format", "core.weights-file.format", format);
        }
        var architecture = architecture(file);
        var tensors = new HashMap<String, float[]>();
        for (var tensor : architecture.tensors()) {
            int[] shape = tensor.shape().stream().mapToInt(extent -> extent).toArray();
            if (!Arrays.equals(shape, file.array(tensor.name()).shape())) {
                throw BadInputException.of(
                        file.place() + ": " + tensor.name(),
                        "core.weights-file.shape",
                        Arrays.toString(file.array(tensor.name()).shape()),
                        tensor.shape());
            }
            tensors.put(tensor.name(), file.floats(tensor.name()));
        }
        var weights = Weights.of(architecture, tensors);
        if (!weights.finite()) {
            throw BadInputException.of(file.place(), "core.weights-file.not-finite");
        }
        return new LearnedScore(weights, domain(file));
    }

    private static Architecture architecture(Npz file) {
        List<Integer> hidden = Arrays.stream(file.longs("hidden"))
                .mapToObj(width -> width(width, file.place() + ": hidden"))
                .toList();
        if (hidden.isEmpty() || hidden.size() > DEEPEST) {
            throw BadInputException.of(
                    file.place() + ": hidden", "core.weights-file.number-of-layers", hidden.size(), DEEPEST);
        }
        int embedding = width(single(file, "embedding"), file.place() + ": embedding");
        var plane = Architecture.plane(hidden, option(file, "activation", TrainingParameters.ACTIVATION), embedding);
        if (file.has(NOISE_EMBEDDING)) {
            plane = plane.with(option(file, NOISE_EMBEDDING, TrainingParameters.NOISE_EMBEDDING));
        }
        boolean energy = file.has(OUTPUT)
                && option(file, OUTPUT, TrainingParameters.OUTPUT).equals(TrainingParameters.ENERGY);
        return energy ? plane.asEnergy() : plane;
    }

    private static Domain domain(Npz file) {
        double[] levels = file.doubles("levels");
        if (levels.length != 2 || !(levels[0] > 0) || !(levels[1] >= levels[0]) || !Double.isFinite(levels[1])) {
            throw BadInputException.of(file.place() + ": levels", "core.weights-file.levels", Arrays.toString(levels));
        }
        double[] sigmaData = file.has(SIGMA_DATA) ? file.doubles(SIGMA_DATA) : new double[1];
        if (sigmaData.length != 1 || !(sigmaData[0] >= 0) || !Double.isFinite(sigmaData[0])) {
            throw BadInputException.of(file.place() + ": " + SIGMA_DATA, "core.weights-file.sigma-data");
        }
        var process = process(file);
        var prediction = option(file, "prediction", TrainingParameters.PREDICTION);
        if (prediction == Prediction.MEAN && !process.kind().equals(DiscreteDdpm.KIND.id())) {
            throw BadInputException.of(
                    file.place() + ": process", "core.weights-file.no-steps", process.kind(), DiscreteDdpm.KIND.id());
        }
        return new Domain(process, levels[0], levels[1], prediction, sigmaData[0]);
    }

    private static Choice process(Npz file) {
        String id = ProcessCatalog.CATALOG
                .kind(file.text("process"), file.place() + ": process")
                .id();
        var given = new LinkedHashMap<String, Object>();
        if (file.has(PROCESS_PARAMETERS) && file.array(PROCESS_PARAMETERS) instanceof NpyArray.Text text) {
            for (String written : text.values()) {
                int equals = written.indexOf('=');
                given.put(written.substring(0, Math.max(0, equals)), written.substring(equals + 1));
            }
        }
        String place = file.place() + ": " + PROCESS_PARAMETERS;
        var declared = ProcessCatalog.CATALOG.kind(id, place).parameters();
        var choice = new Choice(id, new Parameters(given).checked(declared, place));
        ProcessCatalog.CATALOG.create(choice, place);
        return choice;
    }

    private static int width(long width, String place) {
        if (width < 1 || width > WIDEST) {
            throw BadInputException.of(place, "core.weights-file.width", width, WIDEST);
        }
        return (int) width;
    }

    private static long single(Npz file, String key) {
        long[] values = file.longs(key);
        if (values.length != 1) {
            throw BadInputException.of(file.place() + ": " + key, "core.weights-file.several-values", values.length);
        }
        return values[0];
    }

    private static <O extends Option> O option(Npz file, String key, Parameter.OneOf<O> known) {
        return known.option(file.text(key), file.place() + ": " + key);
    }
}
