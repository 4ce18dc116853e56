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
import tools.jackson.databind.node.JsonNodeFactory;

@Command(name = "measure", description = "Says how far two samples are apart, by every measure of samples.")
final class MeasureCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "A.npz|.csv",
            description = "Points: CSV with columns x and y, NPY, or NPZ (samples).")
    private Path first;

    @Parameters(index = "1", paramLabel = "B.npz|.csv", description = "The points to compare them with.")
    private Path second;

    @Option(names = "--json", description = "Prints JSON; null stands for what was not computed.")
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
            console.err()
                    .println("note: " + kind.id() + " was not computed, it takes samples of up to " + most + " points");
            return OptionalDouble.empty();
        }
        double value = measure.between(a, b);
        if (!Double.isFinite(value)) {
            throw new FailedWork(kind.id() + " is too large for a number; measure points that lie nearer together");
        }
        return OptionalDouble.of(value);
    }

    private static String line(Kind<SampleMeasure> kind, OptionalDouble value) {
        String number = value.isPresent() ? Csv.number(value.getAsDouble()) : "not computed";
        return "%-20s %-24s %s".formatted(kind.id(), number, kind.help());
    }
}
