package scorescope.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.FailedWork;
import scorescope.core.io.AtomicFile;
import scorescope.core.io.Csv;
import scorescope.core.io.Endings;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.parameter.Ranges;
import scorescope.core.random.PhiloxNoise;
import scorescope.core.random.Probes;
import scorescope.core.score.LearnedScore;
import scorescope.session.Session;
import scorescope.session.source.Resolved;
import scorescope.words.Words;

@Command(name = "eval")
final class EvalCommand implements Callable<Integer> {
    @Mixin
    private SessionsOptions sessions;

    @Option(names = "--points", required = true, paramLabel = "P.csv|.npy|.npz|-", descriptionKey = "cli.eval.points")
    private String points;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "F.csv|F.npz|DIR/|-",
            descriptionKey = "cli.eval.output")
    private String output;

    @Option(
            names = "--quantity",
            required = true,
            split = ",",
            paramLabel = "LIST",
            completionCandidates = Quantity.Ids.class,
            descriptionKey = "cli.eval.quantity")
    private List<String> quantities;

    @Option(names = "--probes", paramLabel = "K", descriptionKey = "cli.eval.probes")
    private long probes = Evaluation.PROBES.standard();

    @Option(names = "--probe-law", paramLabel = "LAW", descriptionKey = "cli.eval.probe-law")
    private String law = Evaluation.LAW.defaultValue();

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "cli.eval.seed")
    private long seed;

    @Option(names = "--tolerance", paramLabel = "T", descriptionKey = "cli.eval.tolerance")
    private Optional<Double> tolerance = Optional.empty();

    private final Console console;

    EvalCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Set<Quantity> chosen = new LinkedHashSet<>();
        quantities.forEach(id -> chosen.add(Quantity.of(id.strip())));
        boolean folder = !output.equals(Outputs.CONSOLE) && Outputs.isFolder(output);
        if (sessions.several() && !folder) {
            throw Outputs.needsFolder(output);
        }
        if (folder) {
            Path into = Outputs.folder(output);
            var all = sessions.readForFolder();
            var at = Inputs.points(points);
            for (var named : all) {
                evaluate(
                        named.session(),
                        at,
                        chosen,
                        into.resolve(named.stem() + Endings.CSV).toString());
            }
            return Cli.DONE;
        }
        requireOutput();
        evaluate(sessions.read().getFirst().session(), Inputs.points(points), chosen, output);
        return Cli.DONE;
    }

    private void evaluate(Session session, Csv.Points at, Set<Quantity> chosen, String target) throws IOException {
        var resolved = Resolved.of(session);
        var score = resolved.score();
        boolean learned = score instanceof LearnedScore;
        if (!learned && chosen.stream().anyMatch(Quantity::needsDensity)) {
            resolved.requireDensity();
        }
        for (int i = 0; i < at.count(); i++) {
            Ranges.point(at.x()[i], at.y()[i], Words.text("cli.eval.point", points, i + 1));
        }
        var evaluation = new Evaluation(
                resolved,
                score,
                at,
                new Probes(
                        Evaluation.LAW.option(law, "--probe-law"),
                        Math.toIntExact(Evaluation.PROBES.parse(probes, "--probes"))),
                new PhiloxNoise(seed),
                tolerance.map(given -> Evaluation.TOLERANCE.parse(given, "--tolerance")));
        var header = new ArrayList<>(List.of("x", "y"));
        var columns = new ArrayList<>(List.of(at.x(), at.y()));
        var undefined = new UndefinedPoints(at.count());
        for (Quantity quantity : chosen) {
            var values = quantity.compute(evaluation);
            header.addAll(quantity.columns());
            columns.addAll(List.of(values));
            if (!quantity.alongFlow()) {
                undefined.or(values);
            }
        }
        if (score.extrapolating(resolved.level())) {
            console.err().println(Words.text("cli.eval.note-extrapolating-network-was-not"));
        }
        nameLevels(evaluation, chosen, header, columns);
        write(header, columns, target);
        evaluation.failure().or(undefined::failure).ifPresent(why -> {
            throw new FailedWork(why);
        });
    }

    /** Adds a note if quantities in the same table belong to two noise levels. */
    private void nameLevels(Evaluation evaluation, Set<Quantity> chosen, List<String> header, List<double[]> columns) {
        boolean along = chosen.stream().anyMatch(Quantity::alongFlow);
        boolean here = chosen.stream().anyMatch(quantity -> !quantity.alongFlow());
        var flow = along ? evaluation.flowLevel() : evaluation.level();
        if (!along
                || !here
                || (flow.alpha() == evaluation.level().alpha()
                        && flow.sigma() == evaluation.level().sigma())) {
            return;
        }
        header.addAll(List.of("flow_alpha", "flow_sigma"));
        for (double value : new double[] {flow.alpha(), flow.sigma()}) {
            var column = new double[evaluation.count()];
            Arrays.fill(column, value);
            columns.add(column);
        }
        console.err()
                .println(Words.text(
                        "cli.eval.note-two-noise-levels-flow",
                        flow.alpha(),
                        flow.sigma(),
                        evaluation.level().alpha(),
                        evaluation.level().sigma()));
    }

    private void requireOutput() {
        if (!output.equals(Outputs.CONSOLE)) {
            Outputs.require(Outputs.path(output), Endings.CSV, Endings.NPZ);
        }
    }

    private void write(List<String> header, List<double[]> columns, String target) throws IOException {
        if (!target.equals(Outputs.CONSOLE) && Endings.has(Path.of(target), Endings.NPZ)) {
            var arrays = new LinkedHashMap<String, NpyArray>();
            for (int i = 0; i < header.size(); i++) {
                arrays.put(header.get(i), NpyArray.of(columns.get(i)));
            }
            new Npz(arrays).write(Path.of(target));
            return;
        }
        var text = new ByteArrayOutputStream();
        Csv.write(text, header, columns);
        if (target.equals(Outputs.CONSOLE)) {
            console.out().write(text.toByteArray());
            console.out().flush();
        } else {
            AtomicFile.write(Path.of(target), text.toByteArray());
        }
    }
}
