package scorescope.session;

import java.util.List;
import java.util.stream.Stream;

/** Invalid sessions, each with parts of its message. */
public final class MalformedSessions {
    private MalformedSessions() {}

    /**
     * An invalid session.
     *
     * @param says parts of the message: place, problem, remedy
     */
    public record Malformed(String name, String text, List<String> says) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static Stream<Malformed> all() {
        return Stream.of(
                of("empty", "", "line 1, column 1", "empty", "{\"scorescope\": 1}"),
                of("blank", " \n\t ", "line 1, column 1", "empty"),
                of("cut off in an object", "{\"scorescope\": 1, \"density\": {\"preset\"", "line 1, column", "cut off"),
                of(
                        "cut off in text",
                        "{\"scorescope\": 1,\n \"density\": {\"preset\": \"three-g",
                        "line 2, column",
                        "cut off"),
                of(
                        "not JSON",
                        "hello",
                        "line 1, column",
                        "hello stands where a session should begin",
                        "name a session file"),
                of("missing comma", "{\"scorescope\": 1\n \"noise\": {}}", "line 2, column 2", "comma"),
                of("two values", "{\"scorescope\": 1} {}", "line 1, column 19"),
                of("a list", "[1, 2]", "a list of 2, not an object"),
                of("a number", "3", "the number 3, not an object"),
                of("null", "null", "null, not an object"),
                of("no version", "{}", "scorescope", "version is missing", "\"scorescope\": 1"),
                of("later version", "{\"scorescope\": 2}", "scorescope: is the number 2", "version 1"),
                of("version as text", "{\"scorescope\": \"1\"}", "scorescope: is the text \"1\""),
                of("huge version", "{\"scorescope\": 18446744073709551617}", "scorescope", "reads version 1"),
                of(
                        "duplicate key",
                        "{\"scorescope\": 1, \"noise\": {}, \"noise\": {}}",
                        "line 1, column",
                        "duplicate",
                        "noise"),
                session("unknown section", "\"densty\": {}", "densty: unknown key", "did you mean \"density\"?"),
                session("unknown nested key", "\"noise\": {\"sgma\": 1}", "noise.sgma", "\"sigma\""),
                session(
                        "unknown start key",
                        "\"sampler\": {\"start\": {\"stdd\": 1}}",
                        "sampler.start.stdd",
                        "\"std\""),
                session(
                        "unknown level key",
                        "\"training\": {\"levels\": {\"cont\": 1}}",
                        "training.levels.cont",
                        "\"count\""),
                session(
                        "unknown training key",
                        "\"training\": {\"learningrate\": 1}",
                        "training.learningrate",
                        "\"learningRate\""),
                session("unknown view key", "\"view\": {\"layer\": []}", "view.layer", "\"layers\""),
                session("unknown process key", "\"process\": {\"sigmamax\": 1}", "process.sigmamax", "\"sigmaMax\""),
                session("unknown sampler key", "\"sampler\": {\"stepsize\": 1}", "sampler.stepsize", "\"stepSize\""),
                session(
                        "key of another sampler",
                        "\"sampler\": {\"kind\": \"langevin\", \"eta\": 0.5}",
                        "sampler.eta: the sampler langevin has no such parameter",
                        "choose a kind that has it: ddim"),
                session(
                        "key of another process",
                        "\"process\": {\"kind\": \"edm\", \"betaMin\": 1}",
                        "process.betaMin",
                        "variance-preserving"),
                component(
                        "unknown component key",
                        "\"cov\": [[1, 0], [0, 1]]",
                        "density.components[0].cov",
                        "\"covariance\""),
                session("section of a wrong type", "\"noise\": 3", "noise: is the number 3, not an object"),
                session(
                        "text for a number",
                        "\"noise\": {\"sigma\": \"0.5\"}",
                        "noise.sigma: is the text \"0.5\", not a number"),
                session("null for a number", "\"noise\": {\"sigma\": null}", "noise.sigma: is null, not a number"),
                session(
                        "number for a name",
                        "\"density\": {\"preset\": 3}",
                        "density.preset: is the number 3, not text"),
                session("NaN", "\"noise\": {\"sigma\": NaN}", "noise.sigma: NaN is not a finite number"),
                session(
                        "infinity",
                        "\"noise\": {\"sigma\": -Infinity}",
                        "noise.sigma: -Infinity is not a finite number"),
                session("overflow", "\"noise\": {\"sigma\": 1e999}", "noise.sigma", "not a finite number"),
                session(
                        "negative sigma",
                        "\"noise\": {\"sigma\": -1}",
                        "noise.sigma: -1.0 is out of range",
                        "from 0.0"),
                session("sigma and t", "\"noise\": {\"sigma\": 1, \"t\": 0.5}", "noise: has both", "keep one"),
                session(
                        "t after the end",
                        "\"noise\": {\"t\": 1.5}",
                        "noise.t: 1.5 is out of range",
                        "use a number from 0.0 to 1.0"),
                session(
                        "unknown preset",
                        "\"density\": {\"preset\": \"three-gausians\"}",
                        "density.preset",
                        "\"three-gaussians\""),
                session(
                        "two densities",
                        "\"density\": {\"preset\": \"two-moons\", \"points\": [[0, 0]]}",
                        "density: has both"),
                session(
                        "stray bandwidth",
                        "\"density\": {\"preset\": \"two-moons\", \"bandwidth\": 1}",
                        "density.bandwidth"),
                session("no components", "\"density\": {\"components\": []}", "density.components: is an empty list"),
                session(
                        "components no list",
                        "\"density\": {\"components\": {}}",
                        "density.components: is an object, not a list"),
                session(
                        "component no object",
                        "\"density\": {\"components\": [1]}",
                        "density.components[0]: is the number 1"),
                component("zero weight", "\"weight\": 0", "density.components[0].weight: 0.0 is out of range"),
                component("negative weight", "\"weight\": -0.5", "density.components[0].weight: -0.5 is out of range"),
                component("NaN weight", "\"weight\": NaN", "density.components[0].weight: NaN"),
                component(
                        "mean of three",
                        "\"mean\": [1, 2, 3]",
                        "density.components[0].mean: is a list of 3, not two numbers"),
                component("mean far out", "\"mean\": [1, 1e7]", "density.components[0].mean[1]: 1.0E7 is too far out"),
                component(
                        "indefinite",
                        "\"covariance\": [[1, 2], [2, 1]]",
                        "density.components[0].covariance",
                        "not positive definite",
                        "b*b < a*c"),
                component(
                        "negative definite",
                        "\"covariance\": [[-1, 0], [0, -1]]",
                        "density.components[0].covariance",
                        "not positive definite"),
                component(
                        "singular",
                        "\"covariance\": [[1, 1], [1, 1]]",
                        "density.components[0].covariance",
                        "not positive definite"),
                component(
                        "not symmetric",
                        "\"covariance\": [[1, 0.5], [0.4, 1]]",
                        "density.components[0].covariance: is not symmetric"),
                component(
                        "NaN covariance",
                        "\"covariance\": [[1, NaN], [NaN, 1]]",
                        "density.components[0].covariance[0][1]: NaN"),
                component("flat covariance", "\"covariance\": [1, 0, 0, 1]", "density.components[0].covariance"),
                session("no points", "\"density\": {\"points\": []}", "density.points: is an empty list"),
                session("odd point", "\"density\": {\"points\": [[0, 0], [1]]}", "density.points[1]: is a list of 1"),
                session(
                        "negative bandwidth",
                        "\"density\": {\"points\": [[0, 0]], \"bandwidth\": -1}",
                        "density.bandwidth: -1.0"),
                session("empty file name", "\"density\": {\"file\": \"\"}", "density.file: is empty"),
                session("no hash", "\"density\": {\"file\": \"p.csv\", \"sha256\": \"abc\"}", "density.sha256", "64"),
                session(
                        "unknown process",
                        "\"process\": {\"kind\": \"variance-explodng\"}",
                        "process.kind: there is no process",
                        "\"variance-exploding\""),
                session(
                        "unknown sampler",
                        "\"sampler\": {\"kind\": \"langevn\"}",
                        "sampler.kind: there is no sampler",
                        "\"langevin\""),
                session(
                        "unknown objective",
                        "\"training\": {\"objective\": \"ncns\"}",
                        "training.objective",
                        "\"ncsn\""),
                session("unknown source", "\"score\": {\"source\": \"learnt\"}", "score.source", "\"learned\""),
                session("a view that there is not", "\"view\": {\"shown\": \"both\"}", "view.shown"),
                session(
                        "unknown start",
                        "\"sampler\": {\"start\": {\"kind\": \"gausian\"}}",
                        "sampler.start.kind",
                        "\"gaussian\""),
                session(
                        "too many particles",
                        "\"sampler\": {\"particles\": 1000000000}",
                        "sampler.particles: 1000000000",
                        "to 1000000"),
                session("no particles", "\"sampler\": {\"particles\": 0}", "sampler.particles: 0", "from 1"),
                session(
                        "half a particle",
                        "\"sampler\": {\"particles\": 1.5}",
                        "sampler.particles: 1.5 is not a whole number"),
                session("seed beyond 64 bits", "\"sampler\": {\"seed\": 9223372036854775808}", "sampler.seed"),
                session("absurd steps", "\"sampler\": {\"steps\": 99999999999999999999}", "sampler.steps"),
                session("huge layer", "\"training\": {\"hidden\": [256, 1000000]}", "training.hidden[1]: 1000000"),
                session(
                        "no hidden layers",
                        "\"training\": {\"hidden\": []}",
                        "training.hidden: [] is not a list of layer widths"),
                session(
                        "levels upside down",
                        "\"training\": {\"levels\": {\"max\": 0.1, \"min\": 1}}",
                        "training.levels: max 0.1 and min 1.0"),
                session("empty view", "\"view\": {\"x\": [5, -5]}", "view.x: [5.0, -5.0] is empty", "low < high"),
                session("layer of a wrong type", "\"view\": {\"layers\": [3]}", "view.layers[0]: is the number 3"),
                session(
                        "width without a unit",
                        "\"figure\": {\"width\": \"85\"}",
                        "figure.width: \"85\" is neither a length nor a venue",
                        "85mm"),
                session(
                        "unknown panel key",
                        "\"figure\": {\"panels\": [{\"scor\": {}}]}",
                        "figure.panels[0].scor",
                        "\"score\""),
                session("panel of a wrong type", "\"figure\": {\"panels\": [3]}", "figure.panels[0]: is the number 3"),
                session(
                        "too many panels",
                        "\"figure\": {\"panels\": [" + "{}, ".repeat(24) + "{}]}",
                        "figure.panels: 25 entries are too many"));
    }

    private static Malformed of(String name, String text, String... says) {
        return new Malformed(name, text, List.of(says));
    }

    private static Malformed session(String name, String section, String... says) {
        return of(name, "{\"scorescope\": 1, " + section + "}", says);
    }

    private static Malformed component(String name, String key, String... says) {
        return session(name, "\"density\": {\"components\": [{" + key + "}]}", says);
    }
}
