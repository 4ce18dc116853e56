package scorescope.plot.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.words.Words;

/** The formats an animation can be saved in, by the file's extension. A new one is one file and one line here. */
public final class AnimationCatalog {
    private static final List<AnimationFormat> FORMATS =
            List.of(new GifAnimation(), new ApngAnimation(), new Mp4Animation(), new FrameFolder());

    private AnimationCatalog() {}

    public static List<AnimationFormat> formats() {
        return FORMATS;
    }

    /** The formats as a person reads them, such as "GIF animation (.gif) or MP4 video (.mp4)". */
    public static String names() {
        var names = FORMATS.stream().map(AnimationCatalog::name).toList();
        return Words.text(
                "figure.export-catalog.names", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    private static String name(AnimationFormat format) {
        return format.extension().isEmpty()
                ? format.title()
                : Words.text("film.catalog.name", format.title(), format.extension());
    }

    /**
     * The format of {@code target}, told by its extension: a name without one is a folder.
     *
     * @throws BadInputException if there is none for it, naming the extensions that can be used
     */
    public static AnimationFormat forFile(Path target) {
        var name = target.getFileName() == null ? "" : target.getFileName().toString();
        var extension = Files.isDirectory(target) ? "" : extension(name);
        return FORMATS.stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> {
                    var known = FORMATS.stream()
                            .map(SessionCarrier::extension)
                            .filter(one -> !one.isEmpty())
                            .toList();
                    return new BadInputException(
                            target.toString(),
                            Words.text("film.catalog.no-format", extension),
                            Words.text(
                                    "film.catalog.end-name",
                                    Nearest.of(extension, known),
                                    known.stream().map(one -> "." + one).collect(Collectors.joining(", "))));
                });
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(java.util.Locale.ROOT);
    }
}
