package scorescope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.density.Component;
import scorescope.core.fit.Direction;
import scorescope.core.fit.GaussianFit;
import scorescope.core.parameter.Parameter;
import scorescope.core.quadrature.Estimate;
import scorescope.plot.guide.Numbers;
import scorescope.session.source.Resolved;
import scorescope.words.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "fit")
final class FitCommand implements Callable<Integer> {
    private static final scorescope.core.parameter.Option BOTH = scorescope.core.parameter.Option.of(
            "both", Words.constant("cli.fit.both"), Words.constant("cli.fit.fit-each-direction"));
    private static final Parameter.OneOf<scorescope.core.parameter.Option> DIRECTION = new Parameter.OneOf<>(
            "direction", "", BOTH, directions(), Words.constant("help.cli.fit-command.direction"));

    @Mixin
    private SessionOptions session;

    @Option(names = "--gaussians", paramLabel = "N", descriptionKey = "cli.fit.gaussians")
    private long gaussians = GaussianFit.COUNT.standard();

    @Option(names = "--direction", paramLabel = "D", descriptionKey = "cli.fit.direction")
    private String direction = DIRECTION.defaultValue();

    @Option(names = "--json", descriptionKey = "cli.fit.json")
    private boolean json;

    private final Console console;

    FitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int count = Math.toIntExact(GaussianFit.COUNT.parse(gaussians, "--gaussians"));
        var chosen = DIRECTION.option(direction, "--direction");
        var resolved = Resolved.of(session.read());
        var all = JsonNodeFactory.instance.objectNode();
        for (var direction : Direction.values()) {
            if (!chosen.equals(BOTH) && !chosen.equals(direction)) {
                continue;
            }
            var fit = GaussianFit.of(direction, resolved.exact().mixture(), resolved.level(), count);
            if (!fit.settled()) {
                console.err().println(Words.text("cli.fit.note", direction.id(), fit.advice()));
            }
            if (json) {
                describe(fit, all.putObject(direction.id()));
            } else {
                console.out()
                        .printf(
                                Locale.ROOT,
                                Words.text("cli.fit.kl-p-q-kl-q"),
                                direction.id(),
                                number(fit.forwardKl()),
                                number(fit.reverseKl()));
                fit.gaussians().components().forEach(c -> console.out().println(line(c)));
            }
        }
        if (json) {
            console.out().println(all.toPrettyString());
        }
        return Cli.DONE;
    }

    private static List<scorescope.core.parameter.Option> directions() {
        var all = new ArrayList<scorescope.core.parameter.Option>(List.of(Direction.values()));
        all.add(BOTH);
        return all;
    }

    /** A number with significant digits, at most six; only a bound if no digit is significant. */
    private static String number(Estimate estimate) {
        String text = estimate.text(6);
        return text.startsWith("<") ? text : "= " + text;
    }

    private static String line(Component c) {
        double variance = Math.max(c.xx(), c.yy());
        double std = Math.sqrt(variance);
        return Words.text(
                "cli.fit.weight-mean-covariance",
                rounded(c.weight(), 1, 4),
                rounded(c.meanX(), std, 4),
                rounded(c.meanY(), std, 4),
                rounded(c.xx(), variance, 4),
                rounded(c.xy(), variance, 4),
                rounded(c.xy(), variance, 4),
                rounded(c.yy(), variance, 4));
    }

    /**
     * Rounds to a number of decimals relative to the Gaussian's size: decimals beyond four depend on where a descent
     * ended, decimals beyond twelve are rounding errors, such as 1e-16 for 0.
     */
    private static double rounded(double value, double size, int decimals) {
        return Numbers.toPlaceOf(size, value, decimals).doubleValue() + 0.0;
    }

    private static void describe(GaussianFit fit, ObjectNode node) {
        // The names of earlier versions, and those that the command measure uses.
        node.put("forwardKl", fit.forward()).put("klForward", fit.forward());
        node.put("reverseKl", fit.reverse()).put("klReverse", fit.reverse());
        double forwardError = fit.forwardKl().error();
        node.put("forwardKlError", forwardError).put("klForwardError", forwardError);
        double reverseError = fit.reverseKl().error();
        node.put("reverseKlError", reverseError).put("klReverseError", reverseError);
        node.put("settled", fit.settled());
        var gaussians = node.putArray("components");
        for (var c : fit.gaussians().components()) {
            var one = gaussians.addObject();
            double variance = Math.max(c.xx(), c.yy());
            double std = Math.sqrt(variance);
            one.put("weight", c.weight());
            one.putArray("mean").add(rounded(c.meanX(), std, 12)).add(rounded(c.meanY(), std, 12));
            double xy = rounded(c.xy(), variance, 12);
            var covariance = one.putArray("covariance");
            covariance.addArray().add(c.xx()).add(xy);
            covariance.addArray().add(xy).add(c.yy());
        }
    }
}
