package scorescope.plot.export;

import java.util.List;
import scorescope.words.Words;

/**
 * A figure in some format.
 *
 * @param file bytes of the file itself
 * @param beside files that it refers to, to be saved in the same folder
 * @param rastered layers with too many marks for lines and areas, which became images
 */
public record ExportedFigure(byte[] file, List<Companion> beside, List<Rastered> rastered) {
    /**
     * A file beside the figure.
     *
     * @param name made from its content, so that figures in one folder do not take each other's
     */
    public record Companion(String name, byte[] bytes) {}

    /**
     * A layer that became an image.
     *
     * @param layer its id
     * @param marks how many it has
     */
    public record Rastered(String layer, int marks) {
        /** What to tell a person. */
        public String words() {
            return Words.text("figure.export-catalog.rastered", layer, marks);
        }
    }

    public ExportedFigure {
        beside = List.copyOf(beside);
        rastered = List.copyOf(rastered);
    }

    /** One file, nothing beside it. */
    static ExportedFigure of(byte[] file, List<Rastered> rastered) {
        return new ExportedFigure(file, List.of(), rastered);
    }
}
