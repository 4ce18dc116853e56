package scorescope.session.code;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A piece of the NumPy program, one file in the assets. */
final class PythonPiece {
    private static final String FOLDER = "/scorescope/python/";

    private PythonPiece() {}

    static boolean exists(String name) {
        return PythonPiece.class.getResource(FOLDER + name + ".py") != null;
    }

    /** @throws scorescope.core.BadInputException if there is no piece of that name */
    static String text(String name) {
        try (var stream = PythonPiece.class.getResourceAsStream(FOLDER + name + ".py")) {
            if (stream == null) {
                throw PythonProgram.unwritten(name.substring(0, name.indexOf('-')), name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
