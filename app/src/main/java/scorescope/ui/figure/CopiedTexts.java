package scorescope.ui.figure;

import java.nio.file.Path;
import java.util.Optional;

/** Texts about the figure for the clipboard. */
final class CopiedTexts {
    private static final String TEX = "tex";

    private final ComposerModel composer;

    CopiedTexts(ComposerModel composer) {
        this.composer = composer;
    }

    /** The LaTeX line that includes the exported figure at its width. */
    String latex() {
        var file = composer.exportedProperty().get().map(CopiedTexts::name).orElseGet(this::suggested);
        return file.endsWith("." + TEX)
                ? "\\input{" + file + "}"
                : "\\includegraphics[width=" + composer.figure().length() + "]{" + file + "}";
    }

    /** Suggested name of the exported file. */
    String suggested() {
        return "figure." + composer.formatProperty().get().extension();
    }

    /**
     * The command that draws the same figure.
     *
     * @param saved the file that holds the session unchanged; empty if there is none
     */
    Optional<String> command(Optional<Path> saved) {
        return saved.map(file -> "scorescope figure " + quoted(file.toString()) + " -o " + suggested()
                + (composer.withoutSessionProperty().get() ? " --without-session" : ""));
    }

    private static String quoted(String path) {
        return path.matches("[\\w./:-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
