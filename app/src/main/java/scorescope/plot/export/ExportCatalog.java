package scorescope.plot.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import scorescope.core.BadInputException;
import scorescope.core.Watcher;
import scorescope.core.io.AtomicFile;
import scorescope.core.parameter.Nearest;
import scorescope.plot.figure.Figure;
import scorescope.words.Words;

/** The formats a figure can be saved in, by the file's extension. A new one is one file and one line here. */
public final class ExportCatalog {
    private static final List<ExportFormat> FORMATS =
            List.of(new SvgExport(), new PdfExport(), new PgfExport(), new PngExport());

    private ExportCatalog() {}

    public static List<ExportFormat> formats() {
        return FORMATS;
    }

    /** The formats as a person reads them, such as "SVG, PDF or PNG". */
    public static String names() {
        var names = FORMATS.stream()
                .map(format -> format.extension().toUpperCase(Locale.ROOT))
                .toList();
        return Words.text(
                "figure.export-catalog.names", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /**
     * The format of {@code file}, told by its extension.
     *
     * @throws BadInputException if there is none for it, naming the extensions that can be used
     */
    public static ExportFormat forFile(Path file) {
        var name = file.toString();
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return FORMATS.stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> {
                    var known = FORMATS.stream().map(ExportFormat::extension).toList();
                    return new BadInputException(
                            name,
                            extension.isEmpty()
                                    ? Words.text("figure.export-catalog.has-no-extension-says-format")
                                    : Words.text("figure.export-catalog.there-no-figure-format", extension),
                            Words.text(
                                    "figure.export-catalog.end-name",
                                    extension.isEmpty()
                                            ? ""
                                            : Words.text(
                                                    "figure.export-catalog.did-you-mean", Nearest.of(extension, known)),
                                    String.join(Words.text("figure.export-catalog.or"), known)));
                });
    }

    /**
     * The format with this file extension.
     *
     * @throws BadInputException naming {@code place} and the nearest format if there is none
     */
    public static ExportFormat named(String extension, String place) {
        var known = FORMATS.stream().map(ExportFormat::extension).toList();
        return FORMATS.stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new BadInputException(
                        place,
                        Words.text("figure.export-catalog.there-no-figure-format", extension),
                        Words.text("figure.remedy.nearest", Nearest.of(extension, known), String.join(", ", known))));
    }

    /** Like {@link #write(Figure, Path, ExportOptions, Map)}, without further files. */
    public static List<ExportedFigure.Rastered> write(Figure figure, Path file, ExportOptions options)
            throws IOException {
        return write(figure, file, options, Map.of());
    }

    /**
     * Saves the figure and its companion files, all or nothing; old files stay until all new ones are complete.
     *
     * @param beside further files, written together with the figure
     * @return layers that were drawn as images because they have too many marks
     * @throws BadInputException if the format is unknown or the folder does not exist; nothing is written then
     * @throws IOException if writing failed; the old files are unchanged
     */
    public static List<ExportedFigure.Rastered> write(
            Figure figure, Path file, ExportOptions options, Map<Path, AtomicFile.Content> beside) throws IOException {
        var format = forFile(file);
        AtomicFile.requireWritablePlace(file);
        var exported = format.encode(figure, options);
        Watcher.current().requireWanted();
        var folder = file.toAbsolutePath().getParent();
        var all = new LinkedHashMap<>(beside);
        for (var companion : exported.beside()) {
            all.put(folder.resolve(companion.name()), out -> out.write(companion.bytes()));
        }
        all.put(file, out -> out.write(exported.file()));
        AtomicFile.writeAll(all);
        return exported.rastered();
    }
}
