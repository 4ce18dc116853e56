package scorescope.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.words.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the members of a catalog with their parameters. */
@Command
sealed class CatalogCommand implements Callable<Integer> permits ProcessesCommand {
    private final Supplier<List<? extends Kind<?>>> members;
    private final Console console;

    @Option(names = "--json", descriptionKey = "cli.catalog.json")
    private boolean json;

    CatalogCommand(Supplier<List<? extends Kind<?>>> members, Console console) {
        this.members = members;
        this.console = console;
    }

    @Override
    public Integer call() {
        var kinds = members.get();
        if (json) {
            console.out().println(json(kinds).toPrettyString());
        } else {
            int width =
                    kinds.stream().mapToInt(kind -> kind.id().length()).max().orElse(0);
            kinds.forEach(kind -> console.out().println(line(kind, width)));
        }
        return Cli.DONE;
    }

    private static String line(Kind<?> kind, int width) {
        var keys = kind.parameters().stream().map(Parameter::key).toList();
        return kind.id()
                + " ".repeat(width + 2 - kind.id().length())
                + Words.written(kind.help())
                + (keys.isEmpty() ? "" : " [" + String.join(", ", keys) + "]");
    }

    private static ArrayNode json(List<? extends Kind<?>> kinds) {
        var list = JsonNodeFactory.instance.arrayNode();
        for (var kind : kinds) {
            var node = list.addObject();
            node.put("id", kind.id());
            node.put("title", Words.written(kind.title()));
            node.put("help", Words.written(kind.help()));
            var parameters = node.putArray("parameters");
            kind.parameters().forEach(parameter -> describe(parameter, parameters.addObject()));
            var conditions = node.putArray("conditions");
            for (var condition : kind.conditions()) {
                var options = conditions
                        .addObject()
                        .put("parameter", condition.parameter().key())
                        .put("choice", condition.choice().key())
                        .putArray("options");
                condition.options().forEach(option -> options.add(option.id()));
            }
        }
        return list;
    }

    private static void describe(Parameter<?> parameter, ObjectNode node) {
        node.put("key", parameter.key());
        node.put("symbol", Words.written(parameter.symbol()));
        switch (parameter) {
            case Parameter.Real real -> {
                node.put("type", "real").put("default", real.standard()).put("min", real.min());
                node.put("max", real.max()).put("unit", real.unit());
            }
            case Parameter.Whole whole ->
                node.put("type", "whole")
                        .put("default", whole.standard())
                        .put("min", whole.min())
                        .put("max", whole.max());
            case Parameter.Pair pair -> {
                var standard = node.put("type", pair.increasing() ? "interval" : "point")
                        .putArray("default");
                pair.defaultValue().forEach(standard::add);
                node.put("min", pair.min()).put("max", pair.max()).put("unit", pair.unit());
            }
            case Parameter.Points points -> {
                var standard = node.put("type", "points").putArray("default");
                points.standard().forEach(standard::add);
                node.put("unit", points.unit());
            }
            case Parameter.Curve curve -> {
                var standard = node.put("type", "curve").putArray("default");
                curve.standard().forEach(standard::add);
                node.put("min", curve.low()).put("max", curve.high());
            }
            case Parameter.Expression formula -> node.put("type", "formula").put("default", formula.standard());
            case Parameter.OneOf<?> choice -> {
                node.put("type", "name").put("default", choice.defaultValue());
                var options = node.putArray("options");
                choice.ids().forEach(options::add);
                var described = node.putArray("optionDetails");
                choice.options().forEach(option -> described
                        .addObject()
                        .put("id", option.id())
                        .put("title", Words.written(option.title()))
                        .put("symbol", Words.written(option.symbol()))
                        .put("help", Words.written(option.help())));
            }
        }
        node.put("help", Words.written(parameter.help()));
    }
}
