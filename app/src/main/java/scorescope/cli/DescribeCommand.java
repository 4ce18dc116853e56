package scorescope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.plot.picture.Description;
import scorescope.plot.picture.Pictures;
import scorescope.plot.scene.Findings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Describes a session's picture in words. */
@Command(name = "describe")
final class DescribeCommand implements Callable<Integer> {
    @Mixin
    private SessionsOptions sessions;

    @Option(names = "--caption", descriptionKey = "cli.describe.caption")
    private boolean caption;

    @Option(names = "--json", descriptionKey = "cli.describe.json")
    private boolean json;

    private final Console console;

    DescribeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var named : sessions.read()) {
            var description = Pictures.described(named.session(), Findings.NONE);
            if (json) {
                all.add(json(description).put("session", named.name()));
            } else {
                String text = caption ? description.caption() : description.text();
                console.out().println(sessions.several() ? named.name() + ": " + text : text);
            }
        }
        if (json) {
            console.out().println((sessions.several() ? all : all.get(0)).toPrettyString());
        }
        return Cli.DONE;
    }

    private static ObjectNode json(Description description) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("text", description.text());
        node.put("caption", description.caption());
        node.put("words", description.words());
        node.put("seed", description.seed());
        node.put("version", Description.VERSION);
        var numbers = node.putObject("numbers");
        description.numbers().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
        return node;
    }
}
