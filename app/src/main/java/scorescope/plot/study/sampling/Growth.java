package scorescope.plot.study.sampling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Chart;
import scorescope.plot.chart.ChartAxis;
import scorescope.plot.chart.Curve;
import scorescope.plot.figure.ChartPart;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Range;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/**
 * Growth of this program's own time and memory with the size of a problem, from the table of one run of the benchmark, which
 * is an asset: the picture is the same on every machine. The line is the power law n^a fitted to the upper half of the sizes,
 * on logarithmic scales, by least squares; below it constant costs rule.
 */
public final class Growth implements Study {
    private static final Option TIME =
            Option.of("time", Words.constant("study.growth.milliseconds"), Words.constant("help.study.growth.time"));
    private static final Option MEMORY =
            Option.of("memory", Words.constant("study.growth.megabytes"), Words.constant("help.study.growth.memory"));
    private static final Parameter.OneOf<Option> SHOWN =
            new Parameter.OneOf<>("shown", "", TIME, List.of(TIME, MEMORY), Words.constant("help.study.growth.shown"));

    public static final Kind<Study> KIND = new Kind<>(
            "growth",
            Words.constant("study.growth.title"),
            Words.constant("help.study.growth"),
            List.of(SHOWN),
            Growth::new);

    private static final String FILE = "/scorescope/growth.csv";

    /** Sizes, in the order in which they are drawn. */
    private static final List<String> QUANTITIES =
            List.of("components", "points", "particles", "pixels", "width", "batch");

    private static final List<Measured> ALL = read();

    private final Option shown;

    /**
     * A line of the table.
     *
     * @param quantity what grows
     * @param megabytes allocated until the first result
     */
    private record Measured(String quantity, double size, double milliseconds, double megabytes) {}

    /** y = factor · n^exponent. */
    record PowerLaw(double factor, double exponent) {
        /** The law with the least squares of log y, of the sizes from the geometric mean of the outer two on. */
        static PowerLaw of(double[] sizes, double[] values) {
            double middle = Math.sqrt(sizes[0] * sizes[sizes.length - 1]);
            var used = IntStream.range(0, sizes.length)
                    .filter(i -> sizes[i] >= middle)
                    .toArray();
            double meanX = IntStream.of(used)
                    .mapToDouble(i -> Math.log(sizes[i]))
                    .average()
                    .orElseThrow();
            double meanY = IntStream.of(used)
                    .mapToDouble(i -> Math.log(values[i]))
                    .average()
                    .orElseThrow();
            double products = 0;
            double squares = 0;
            for (int i : used) {
                double x = Math.log(sizes[i]) - meanX;
                products += x * (Math.log(values[i]) - meanY);
                squares += x * x;
            }
            double exponent = products / squares;
            return new PowerLaw(Math.exp(meanY - exponent * meanX), exponent);
        }

        double at(double size) {
            return factor * Math.pow(size, exponent);
        }
    }

    Growth(Parameters values) {
        shown = values.get(SHOWN);
    }

    /** The exponent of the time of a step over particles: 1 where their number alone costs. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var line = new PictureNumbers(picture).curve(QUANTITIES.indexOf("particles"), 1);
        int last = line.x().length - 1;
        double exponent = Math.log(line.y()[last] / line.y()[0]) / Math.log(line.x()[last] / line.x()[0]);
        return Evidence.near(1, 0.3, exponent);
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var parts = QUANTITIES.stream().map(this::part).toList();
        return StudyScene.of(Words.text("study.growth.description"), new Row(List.copyOf(parts), true))
                .saying(Words.text("study.growth.says"));
    }

    private ChartPart part(String quantity) {
        var measured =
                ALL.stream().filter(line -> line.quantity().equals(quantity)).toList();
        double[] sizes = measured.stream().mapToDouble(Measured::size).toArray();
        double[] values = measured.stream().mapToDouble(this::value).toArray();
        var law = PowerLaw.of(sizes, values);
        double[] ends = {sizes[0], sizes[sizes.length - 1]};
        var curves = List.of(
                Curve.dots("", sizes, values, ThemeColor.category(0)),
                Curve.line(
                        "",
                        ends,
                        new double[] {law.at(ends[0]), law.at(ends[1])},
                        ThemeColor.category(0),
                        Dash.DASHED));
        return new ChartPart(
                Words.text("study.growth." + quantity),
                Words.text("study.growth.law", Numbers.significant(law.exponent(), 2)),
                new Chart(
                        ChartAxis.logAround(
                                Words.text("study.growth." + quantity + ".axis"),
                                new Range(ends[0], ends[1]),
                                0.5,
                                1e8),
                        ChartAxis.logAround(Words.written(shown.title()), curves, 1e-9, 1e9),
                        curves));
    }

    private double value(Measured line) {
        return shown.equals(TIME) ? line.milliseconds() : line.megabytes();
    }

    private static List<Measured> read() {
        try (var in = Objects.requireNonNull(Growth.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\s*;\\s*", -1))
                    .map(cells -> new Measured(
                            cells[0],
                            Double.parseDouble(cells[1]),
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
