package scorescope.plot.export;

import java.util.List;
import scorescope.words.Words;

/**
 * A figure in some format.
 *
 * @param file bytes of the file itself
 * @param beside files that it refers to, to be saved in the same folder
 * @param rastered layers that were drawn as images because they have too many marks
 */
public record ExportedFigure(byte[] file, List<Companion> beside, List<Rastered> rastered) {
    /**
     * A file beside the figure.
     *
     * @param name derived from its content, so that figures in one folder do not overwrite each other's files
     */
    public record Companion(String name, byte[] bytes) {}

    /**
     * A layer that was drawn as an image.
     *
     * @param layer its id
     * @param marks how many it has
     */
    public record Rastered(String layer, int marks) {
        /** The message for a person. */
        public String words() {
            return Words.text("figure.export-catalog.rastered", layer, marks);
        }
    }

    public ExportedFigure {
        beside = List.copyOf(beside);
        rastered = List.copyOf(rastered);
    }

    /** A figure in one file. */
    static ExportedFigure of(byte[] file, List<Rastered> rastered) {
        return new ExportedFigure(file, List.of(), rastered);
    }
}
