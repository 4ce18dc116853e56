package scorescope.ui.palette;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import scorescope.core.density.DensityCatalog;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.study.Course;
import scorescope.session.DensitySpec;
import scorescope.session.FailureCatalog;
import scorescope.session.source.RecipeCatalog;
import scorescope.ui.command.Command;
import scorescope.ui.command.CommandRegistry;
import scorescope.ui.command.KeyStroke;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Entries of the palette: commands, values, studies, samplers, presets, failures, built-in figures and recent files. */
public final class PaletteEntries {
    private final CommandRegistry commands;
    private final WindowModel model;
    private final Choices choices;
    private final ValueEntries values;

    /**
     * Actions of entries.
     *
     * @param study opens the study of an id
     * @param failure shows the failure scenario of an id
     * @param session opens a file, recipe or link
     * @param recent recently opened or saved files, newest first
     */
    public record Choices(
            Consumer<String> study, Consumer<String> failure, Consumer<String> session, Supplier<List<Path>> recent) {}

    public PaletteEntries(CommandRegistry commands, WindowModel model, Choices choices) {
        this.commands = commands;
        this.model = model;
        this.choices = choices;
        values = new ValueEntries(model);
    }

    /**
     * Returns the entries for a typed text while the palette is open. Entries of values depend on the text; the others are made
     * once, since querying the clipboard (for paste) processes pending key events, which must not happen while a key is handled.
     */
    public Function<String, List<Entry>> now() {
        var fixed = fixed();
        return typed -> Stream.concat(values.of(typed).stream(), fixed.stream()).toList();
    }

    private List<Entry> fixed() {
        var all = new ArrayList<Entry>();
        commands.all().forEach(command -> all.add(entry(command)));
        for (var row : Course.rows()) {
            for (var study : row.studies()) {
                all.add(Entry.of("study." + study.id(), Group.STUDIES, Course.question(study), () -> choices.study()
                                .accept(study.id()))
                        .beside(Words.written(study.title()))
                        .at(row.title())
                        .alsoCalled(Course.synonyms(study)));
            }
        }
        for (var kind : SamplerCatalog.CATALOG.kinds()) {
            all.add(Entry.of(
                            "sampler." + kind.id(),
                            Group.SAMPLERS,
                            Words.written(kind.title()),
                            () -> model.edit(s -> s.withSampler(s.sampler().ofKind(kind.id()))))
                    .beside(Words.written(kind.help()))
                    .alsoCalled(kind.id()));
        }
        for (var kind : DensityCatalog.CATALOG.kinds()) {
            all.add(Entry.of(
                            "preset." + kind.id(),
                            Group.PRESETS,
                            Words.written(kind.title()),
                            () -> model.edit(s -> s.withDensity(new DensitySpec.Preset(kind.id()))))
                    .beside(Words.written(kind.help())));
        }
        for (var failure : FailureCatalog.ALL) {
            all.add(Entry.of("failure." + failure.id(), Group.FAILURES, failure.title(), () -> choices.failure()
                            .accept(failure.id()))
                    .beside(failure.watch()));
        }
        for (var kind : RecipeCatalog.CATALOG.kinds()) {
            all.add(Entry.of("figure." + kind.id(), Group.FIGURES, Words.written(kind.title()), () -> choices.session()
                            .accept(kind.id()))
                    .beside(kind.id()));
        }
        for (var file : choices.recent().get()) {
            all.add(Entry.of("file." + file, Group.FILES, String.valueOf(file.getFileName()), () -> choices.session()
                            .accept(file.toString()))
                    .beside(String.valueOf(file.getParent())));
        }
        return all;
    }

    private static Entry entry(Command command) {
        return Entry.of("command." + command.id(), Group.COMMANDS, command.title(), command::run)
                .at(command.keys().stream().findFirst().map(KeyStroke::written).orElse(""))
                .alsoCalled(command.also() + " " + command.place().title())
                .unless(command.obstacle().get());
    }
}
