package scorescope.cli;

import java.util.List;
import picocli.CommandLine.Option;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.words.Words;

/** Option of all commands that draw a picture: a light or a dark page. */
final class ThemeOption {
    private static final String DARK = "dark";
    private static final List<String> THEMES = List.of("light", DARK);

    @Option(names = "--theme", paramLabel = "light|dark", descriptionKey = "cli.theme")
    private String theme = THEMES.getFirst();

    /** @throws BadInputException if there is no such theme */
    boolean dark() {
        if (!THEMES.contains(theme)) {
            throw new BadInputException(
                    "--theme",
                    Words.text("cli.there-no-theme", theme),
                    Words.text("figure.remedy.nearest", Nearest.of(theme, THEMES), String.join(", ", THEMES)));
        }
        return theme.equals(DARK);
    }
}
