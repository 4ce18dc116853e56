package scorescope.session.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseProcess;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.sampling.SamplingMethod;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.sampling.step.LevelSequence;
import scorescope.core.score.LearnedScore;
import scorescope.core.score.ScoreField;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.source.Resolved;
import scorescope.session.source.SourceBytes;
import scorescope.words.Words;

/**
 * A NumPy program of at most 120 lines that computes a session's results: noised density, score, denoised points by Tweedie's
 * formula, and a run of the sampler. It is composed of pieces, one file in the assets for each process, sampler, grid and
 * start, and of the session's values as constants.
 */
public final class PythonProgram {
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final String BETWEEN = "\n\n\n";

    private final Session session;
    private final Resolved resolved;
    private final ScoreField score;
    private final SamplingMethod method;
    private final List<String> pieces = new ArrayList<>();
    private final PythonConstants constants = new PythonConstants();

    private PythonProgram(Session session) {
        this.session = session;
        resolved = Resolved.of(session);
        score = resolved.score();
        method = SamplerCatalog.CATALOG.create(session.sampler().method(), "sampler");
    }

    /**
     * The program of a session.
     *
     * @param weightsFile file of the network's weights, if the session follows a network
     * @throws BadInputException if the session needs a piece that does not exist
     */
    public static String of(Session session, String weightsFile) {
        return new PythonProgram(session).text(weightsFile);
    }

    /** The weights that the program of a session reads; empty if it follows the exact score. */
    public static Optional<byte[]> weights(Session session) {
        var network = session.score().network();
        return session.score() instanceof ScoreSpec.Learned
                ? Optional.of(SourceBytes.of(session.carried(), network.file(), network.sha256(), "score"))
                : Optional.empty();
    }

    private String text(String weightsFile) {
        var choice = session.sampler().method();
        var problem = new SamplingMethod.Problem(score, resolved.process(), resolved.level());
        constants
                .line()
                .real("ALPHA", resolved.level().alpha())
                .real("SIGMA", resolved.level().sigma());
        constants.line().text("WEIGHTS_FILE", weightsFile);
        constants.mixture(resolved.exact().mixture());
        constants.choice("PROCESS", ProcessCatalog.CATALOG, session.process());
        constants.choice("SAMPLER", SamplerCatalog.CATALOG, choice);
        constants.choice(
                "START", StartCatalog.CATALOG, session.sampler().start().choice());
        path(problem);
        var sampler = method.bind(problem);
        constants
                .line()
                .real("PRIOR_STD", sampler.priorStd())
                .whole("PARTICLES", session.sampler().particles())
                .whole("SEED", session.sampler().seed())
                .whole("STEP", stopAt(sampler.steps()));
        var view = session.view();
        constants.line().pair("VIEW_X", view.x0(), view.x1()).pair("VIEW_Y", view.y0(), view.y1());
        if (score instanceof LearnedScore network) {
            pieces.addAll(new PythonNetwork(network, session).pieces(method.staysAtOneLevel()));
        } else {
            pieces.add("score-analytic");
        }
        pieces.add("denoised");
        var run = run(choice.kind());
        if (!method.staysAtOneLevel()) {
            pieces.addAll(alongProcess(PythonPiece.text(run)));
        }
        pieces.addAll(List.of(
                run,
                "start-" + session.sampler().start().choice().kind(),
                score instanceof LearnedScore ? "main-learned" : "main-analytic"));
        var body = joined(pieces.stream().distinct().map(PythonPiece::text).toList());
        var used = CONSTANT.matcher(body).results().map(found -> found.group()).collect(Collectors.toSet());
        return "\"\"\"" + Words.text("session.code.title") + "\"\"\"\n\nimport itertools\n\nimport numpy as np\n\n"
                + constants.text(used) + BETWEEN + body + "\n";
    }

    /** The pieces, separated by two blank lines; none between pieces of one line. */
    private static String joined(List<String> texts) {
        var all = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            boolean lines = i > 0 && isLine(texts.get(i)) && isLine(texts.get(i - 1));
            all.append(i == 0 ? "" : lines ? "\n" : BETWEEN).append(texts.get(i).strip());
        }
        return all.toString();
    }

    private static boolean isLine(String text) {
        return text.strip().indexOf('\n') < 0;
    }

    /** Step of the picture's particles: the session's, or the last. */
    private int stopAt(int steps) {
        OptionalInt step = session.sampler().step();
        return Math.min(steps, step.orElse(steps));
    }

    /** Defines the time range of the process, and that of a sampler that follows it. */
    private void path(SamplingMethod.Problem problem) {
        NoiseProcess process = resolved.process();
        double first = process.tMin();
        constants.line();
        if (!method.staysAtOneLevel()) {
            var ends = LevelSequence.Ends.of(problem);
            double target = problem.target().t();
            constants
                    .real("T_FROM", ends.beginning())
                    .real("T_TO", ends.end())
                    .raw("TARGET_TIME", Double.isNaN(target) ? "None" : Double.toString(target));
            first = Math.min(first, ends.end());
        }
        constants.real("FIRST_TIME", first).real("LAST_TIME", process.tMax());
    }

    /** The piece that runs a sampler: one of its solver, else one that takes the solver by name. */
    private String run(String sampler) {
        var piece = "sampler-" + sampler;
        var solver = constants.option("SAMPLER_SOLVER");
        if (solver.isEmpty()) {
            return piece;
        }
        var own = piece + "-" + solver.get();
        if (PythonPiece.exists(own)) {
            return own;
        }
        if (!PythonPiece.text(piece).contains('"' + solver.get() + '"')) {
            throw unwritten("sampler.solver", solver.get());
        }
        return piece;
    }

    /**
     * The pieces for a sampler along the process: levels, time grid and time derivatives.
     *
     * @param run the piece that runs the sampler
     */
    private List<String> alongProcess(String run) {
        var process = "process-" + session.process().kind();
        var needed = new ArrayList<>(List.of(process));
        if (run.contains("step_factor(") && !PythonPiece.text(process).contains("step_factor =")) {
            needed.add("step-factor");
        }
        if (run.contains("time_at_ratio(")) {
            needed.add("ratio");
        }
        if (run.contains("times(")) {
            var grid = constants.option("SAMPLER_GRID").orElse("log-snr");
            if (PythonPiece.text("grid-" + grid).contains("time_at_ratio(")) {
                needed.add("ratio");
            }
            needed.add("grid-" + grid);
        }
        if (run.contains("velocity(")) {
            needed.add("velocity");
        }
        return needed;
    }

    /** The error for something that has no piece. */
    static BadInputException unwritten(String place, String what) {
        return new BadInputException(
                place, Words.text("session.code.unwritten", what), Words.text("session.code.choose"));
    }
}
