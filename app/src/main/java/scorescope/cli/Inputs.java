package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.io.Csv;
import scorescope.core.io.InputFile;
import scorescope.core.io.PointsFile;
import scorescope.core.noise.NoiseLevel;
import scorescope.plot.export.NamedSession;
import scorescope.words.Words;

/** Reads the points given to a command. */
final class Inputs {
    private Inputs() {}

    /**
     * Points with their noise level.
     *
     * @param level empty if the file does not state it
     */
    record Levelled(Csv.Points points, Optional<NoiseLevel> level) {}

    /** The points in the file of that name, or from standard input. */
    static Csv.Points points(String name) throws IOException {
        return levelled(name).points();
    }

    /** The same with the noise level that the file states. */
    static Levelled levelled(String name) throws IOException {
        boolean piped = name.equals(NamedSession.STANDARD_INPUT);
        String place = piped ? Words.text("session.named.standard-input") : name;
        byte[] file = piped ? System.in.readAllBytes() : InputFile.bytes(Path.of(name));
        return new Levelled(PointsFile.read(file, place), StatedLevel.of(file, place));
    }
}
