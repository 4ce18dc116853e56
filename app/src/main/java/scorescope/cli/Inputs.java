package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import scorescope.core.io.Csv;
import scorescope.core.io.PointsFile;
import scorescope.plot.export.NamedSession;
import scorescope.words.Words;

/** Points that a command is given. */
final class Inputs {
    private Inputs() {}

    /** The points in the file of that name, or in standard input. */
    static Csv.Points points(String name) throws IOException {
        return name.equals(NamedSession.STANDARD_INPUT)
                ? PointsFile.read(System.in.readAllBytes(), Words.text("session.named.standard-input"))
                : PointsFile.read(Path.of(name));
    }
}
