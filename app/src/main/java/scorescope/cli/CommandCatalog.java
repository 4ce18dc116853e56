package scorescope.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import scorescope.core.density.DensityCatalog;
import scorescope.core.measure.MeasureCatalog;
import scorescope.core.objective.ObjectiveCatalog;
import scorescope.core.parameter.Kind;
import scorescope.core.sampling.StartCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.OptimizerCatalog;
import scorescope.core.training.ScheduleCatalog;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.source.RecipeCatalog;

/** The commands by name. Picocli inspects a command in about 5 ms, so only those that are needed are created. */
final class CommandCatalog {
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    CommandCatalog(Console console, WindowPictures window, Supplier<CommandLine> root) {
        commands.put("eval", () -> new EvalCommand(console));
        commands.put("sample", () -> new SampleCommand(console));
        commands.put("train", () -> new TrainCommand(console));
        commands.put("measure", () -> new MeasureCommand(console));
        commands.put("fit", () -> new FitCommand(console));
        commands.put("figure", () -> new FigureCommand(console));
        commands.put("animate", AnimateCommand::new);
        commands.put("snapshot", () -> new SnapshotCommand(window));
        commands.put("describe", () -> new DescribeCommand(console));
        commands.put("link", () -> new LinkCommand(console));
        commands.put("code", () -> new CodeCommand(console));
        commands.put("completion", () -> new CompletionCommand(console, root));
        commands.put("processes", () -> new ProcessesCommand(console));
        list("recipes", console, () -> RecipeCatalog.CATALOG.kinds());
        list("presets", console, () -> DensityCatalog.CATALOG.kinds());
        list("samplers", console, () -> SamplerCatalog.CATALOG.kinds());
        list("studies", console, () -> StudyCatalog.CATALOG.kinds());
        list("layers", console, () -> LayerCatalog.CATALOG.kinds());
        list("objectives", console, () -> ObjectiveCatalog.CATALOG.kinds());
        list("measures", console, MeasureCatalog::kinds);
        list("optimizers", console, () -> OptimizerCatalog.CATALOG.kinds());
        list("schedules", console, () -> ScheduleCatalog.CATALOG.kinds());
        list("starts", console, () -> StartCatalog.CATALOG.kinds());
    }

    private void list(String name, Console console, Supplier<List<? extends Kind<?>>> kinds) {
        commands.put(name, () -> new CatalogCommand(kinds, console));
    }

    Set<String> names() {
        return commands.keySet();
    }

    void addAll(CommandLine line) {
        commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    }

    void add(String name, CommandLine line) {
        line.addSubcommand(name, commands.get(name).get());
    }

    /** Adds all commands by name without options, which suffices for the list of commands in the root's help. */
    void addNames(CommandLine line) {
        commands.forEach((name, command) -> line.addSubcommand(name, CommandSpec.create()));
    }
}
