package scorescope.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Option;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.core.training.TrainingParameters;
import scorescope.session.Session;
import scorescope.session.SessionParameters;
import scorescope.session.codec.Patches;
import scorescope.ui.control.Digits;
import scorescope.ui.inspector.ParameterWords;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Entries that set a declared parameter from a name and a value, such as {@code sigma 0.5} or {@code solver rk4}. */
final class ValueEntries {
    private static final Pattern NUMBER = Pattern.compile("(.*?)[\\s=:]+([-+]?[0-9][0-9.,]*(?:[eE][-+]?[0-9]+)?)\\s*");
    private static final int MOST = 6;

    private final WindowModel model;

    ValueEntries(WindowModel model) {
        this.model = model;
    }

    /**
     * A parameter that can be set.
     *
     * @param section section of the session file
     * @param owner the member of a catalog that declares it; empty if the session always has it
     * @param chosen whether the session's present member declares it
     */
    private record Setting(String section, Parameter<?> parameter, Optional<Kind<?>> owner, boolean chosen) {
        String path() {
            return section + "." + parameter.key();
        }

        boolean named(String typed) {
            String symbol = Words.written(parameter.symbol());
            String all = (ParameterWords.spoken(parameter) + " " + parameter.name() + " " + symbol + " "
                            + letters(symbol) + " " + section)
                    .toLowerCase(Locale.ROOT);
            return !typed.isBlank()
                    && List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
                            .allMatch(word ->
                                    List.of(all.split("\\s+")).stream().anyMatch(part -> part.startsWith(word)));
        }

        /** Name of the first letter of a symbol: "SIGMA" for σ. */
        private static String letters(String symbol) {
            if (symbol.isEmpty()) {
                return "";
            }
            String name = Character.getName(symbol.codePointAt(0));
            return name.substring(name.lastIndexOf(' ') + 1);
        }
    }

    List<Entry> of(String typed) {
        var number = NUMBER.matcher(typed);
        var entries = new ArrayList<Entry>();
        for (var setting : settings(model.session())) {
            if (number.matches() && setting.named(number.group(1))) {
                entry(setting, number.group(2).replace(',', '.')).ifPresent(entries::add);
            }
            if (setting.parameter() instanceof Parameter.OneOf<?> choice) {
                choice.options().stream()
                        .filter(option -> setting.named(name(typed, option)))
                        .forEach(option -> entries.add(entry(setting, option.id(), Words.written(option.title()))));
            }
        }
        entries.sort((a, b) -> Boolean.compare(!a.possible(), !b.possible()));
        return entries.subList(0, Math.min(MOST, entries.size()));
    }

    /** The typed text before the option's name; empty if the text does not end with it. */
    private static String name(String typed, Option option) {
        String text = typed.strip();
        int space = text.lastIndexOf(' ');
        String last = text.substring(space + 1).toLowerCase(Locale.ROOT);
        boolean matches = space > 0
                && (Words.written(option.title()).toLowerCase(Locale.ROOT).startsWith(last)
                        || option.id().startsWith(last));
        return matches ? text.substring(0, space) : "";
    }

    private static List<Setting> settings(Session session) {
        var all = new ArrayList<Setting>();
        all.add(new Setting("noise", SessionParameters.SIGMA, Optional.empty(), true));
        all.add(new Setting("noise", SessionParameters.TIME, Optional.empty(), true));
        SessionParameters.SAMPLER.forEach(
                parameter -> all.add(new Setting("sampler", parameter, Optional.empty(), true)));
        add(all, "sampler", SamplerCatalog.CATALOG, session.sampler().method().kind());
        add(all, "process", ProcessCatalog.CATALOG, session.process().kind());
        var relevant = TrainingParameters.relevant(session.training().scalars());
        relevant.forEach(parameter -> all.add(new Setting("training", parameter, Optional.empty(), true)));
        return all;
    }

    private static void add(List<Setting> all, String section, Catalog<?> catalog, String chosen) {
        for (var kind : catalog.kinds()) {
            for (var parameter : kind.parameters()) {
                all.add(new Setting(
                        section, parameter, Optional.of(kind), kind.id().equals(chosen)));
            }
        }
    }

    private Optional<Entry> entry(Setting setting, String number) {
        return setting.parameter() instanceof Parameter.Real || setting.parameter() instanceof Parameter.Whole
                ? Optional.of(entry(setting, number, number))
                : Optional.empty();
    }

    private Entry entry(Setting setting, String value, String shown) {
        String title = Words.text("ui.palette.set", ParameterWords.spoken(setting.parameter()), shown);
        var entry = Entry.of("value." + setting.path() + "." + value, Group.VALUES, title, () -> set(setting, value))
                .at(Words.text("ui.place.section." + setting.section()));
        if (!setting.chosen()) {
            String owner =
                    setting.owner().map(kind -> Words.written(kind.title())).orElse("");
            return entry.unless(
                    Words.text("ui.palette.of-another", owner),
                    new Entry.Remedy(Words.text("ui.palette.use", owner), () -> {
                        use(setting);
                        set(setting, value);
                    }));
        }
        try {
            var unused = setting.parameter().parse(value, setting.path());
        } catch (BadInputException refused) {
            return entry.unless(Optional.of(refused.problem() + "; " + refused.remedy()));
        }
        return entry.beside(Words.text("ui.palette.now", now(setting)));
    }

    private void use(Setting setting) {
        setting.owner().ifPresent(kind -> apply(setting.section() + ".kind=\"" + kind.id() + "\""));
    }

    private void set(Setting setting, String value) {
        boolean word = setting.parameter() instanceof Parameter.OneOf<?>;
        apply(setting.path() + "=" + (word ? "\"" + value + "\"" : value));
    }

    private void apply(String text) {
        model.edit(session -> Patches.apply(session, Patches.setting(session, text)));
    }

    private String now(Setting setting) {
        Object at = Patches.holding(model.session(), List.of(setting.path())).changes();
        for (String key : setting.path().split("\\.", -1)) {
            at = at instanceof Map<?, ?> object ? object.get(key) : null;
        }
        return switch (at) {
            case Number number -> Digits.exact(number.doubleValue());
            case String text -> text;
            case null, default -> String.valueOf(setting.parameter().defaultValue());
        };
    }
}
