package scorescope.core.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import scorescope.core.BadInputException;

/** Points as a person keeps them: CSV with header {@code x,y}, or NPZ or NPY with an array of n × 2 numbers. */
public final class PointFile {
    /** The array that the program's own sampling writes; another name will do where there is one array only. */
    public static final String ARRAY = "samples";

    private PointFile() {}

    /** @throws BadInputException if there is no such file, or it does not hold finite points */
    public static Csv.Points read(Path file) throws IOException {
        String name = file.toString();
        if (name.endsWith(".csv")) {
            return Csv.readPoints(file);
        }
        if (name.endsWith(".npz")) {
            return points(Npz.read(file));
        }
        if (name.endsWith(".npy")) {
            return points(new Npz(name, Map.of(ARRAY, Npy.read(file))));
        }
        throw new BadInputException(
                name, "is not a file of points by its name", "give a .csv with header x,y, a .npz or a .npy");
    }

    private static Csv.Points points(Npz npz) {
        String only =
                npz.arrays().size() == 1 ? npz.arrays().keySet().iterator().next() : ARRAY;
        int[] shape = npz.array(only).shape();
        String place = npz.place() + ": " + only;
        if (shape.length != 2 || shape[1] != 2 || shape[0] == 0) {
            throw new BadInputException(
                    place, "has shape " + Arrays.toString(shape), "save one point on each row, shape (n, 2)");
        }
        double[] values = npz.doubles(only);
        var points = new Csv.Points(new double[shape[0]], new double[shape[0]]);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new BadInputException(
                        place + "[" + i / 2 + "]", values[i] + " is not a finite number", "remove the point");
            }
            (i % 2 == 0 ? points.x() : points.y())[i / 2] = values[i];
        }
        return points;
    }
}
