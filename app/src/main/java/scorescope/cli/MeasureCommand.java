package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescope.core.FailedWork;
import scorescope.core.io.Csv;
import scorescope.core.io.PointsFile;
import scorescope.core.measure.MeasureCatalog;
import scorescope.core.measure.Sample;
import scorescope.core.measure.SampleMeasure;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.words.Words;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(name = "measure")
final class MeasureCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A.npz|.csv", descriptionKey = "cli.measure.points-0")
    private Path first;

    @Parameters(index = "1", paramLabel = "B.npz|.csv", descriptionKey = "cli.measure.points-1")
    private Path second;

    @Option(names = "--json", descriptionKey = "cli.measure.json")
    private boolean json;

    private final Console console;

    MeasureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var a = sample(first);
        var b = sample(second);
        Map<Kind<SampleMeasure>, OptionalDouble> values = new LinkedHashMap<>();
        for (var kind : MeasureCatalog.SAMPLES.kinds()) {
            values.put(kind, value(kind, a, b));
        }
        if (json) {
            var node = JsonNodeFactory.instance.objectNode();
            values.forEach((kind, value) ->
                    node.set(kind.id(), value.isPresent() ? node.numberNode(value.getAsDouble()) : node.nullNode()));
            console.out().println(node.toPrettyString());
        } else {
            values.forEach((kind, value) -> console.out().println(line(kind, value)));
        }
        return Cli.DONE;
    }

    private static Sample sample(Path file) throws IOException {
        var points = PointsFile.read(file);
        return new Sample(points.x(), points.y());
    }

    private OptionalDouble value(Kind<SampleMeasure> kind, Sample a, Sample b) {
        var measure = MeasureCatalog.SAMPLES.create(Choice.of(kind.id()), "measure");
        int most = measure.mostPoints();
        if (Math.max(a.count(), b.count()) > most) {
            console.err().println(Words.text("cli.measure.note-was-not-computed-takes", kind.id(), most));
            return OptionalDouble.empty();
        }
        double value = measure.between(a, b);
        if (!Double.isFinite(value)) {
            throw new FailedWork(Words.text("cli.measure.too-large-number-measure-points", kind.id()));
        }
        return OptionalDouble.of(value);
    }

    private static String line(Kind<SampleMeasure> kind, OptionalDouble value) {
        String number = value.isPresent() ? Csv.number(value.getAsDouble()) : Words.text("cli.measure.not-computed");
        return "%-20s %-24s %s".formatted(kind.id(), number, Words.written(kind.help()));
    }
}
