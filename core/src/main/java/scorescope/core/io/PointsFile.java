package scorescope.core.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import scorescope.core.BadInputException;

/**
 * Points from a file, whichever of the formats for them it is in: {@link Csv} with the header x,y, or n × 2 numbers as
 * {@link Npy} or in an {@link Npz}.
 */
public final class PointsFile {
    private static final byte[] NPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** The array of an NPZ that the program's own sampling writes; any name will do where there is one array only. */
    private static final String ARRAY = "samples";

    private PointsFile() {}

    /** @throws BadInputException if there is no such file, or it does not hold points */
    public static Csv.Points read(Path file) throws IOException {
        return read(InputFile.bytes(file), file.toString());
    }

    /**
     * Reads NPY or NPZ if the bytes begin as these do, else CSV.
     *
     * @param place what to call the file in messages
     * @throws BadInputException if it is none of them, has no points, or a coordinate is not finite
     */
    public static Csv.Points read(byte[] file, String place) {
        if (begins(file, ZIP)) {
            var npz = Npz.read(file, place);
            String name =
                    npz.arrays().size() == 1 ? npz.arrays().keySet().iterator().next() : ARRAY;
            return points(npz.array(name), place + ": " + name);
        }
        return begins(file, NPY) ? points(Npy.read(file, place), place) : Csv.readPoints(file, place);
    }

    private static boolean begins(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    private static Csv.Points points(NpyArray array, String place) {
        int[] shape = array.shape();
        if (shape.length != 2 || shape[1] != 2) {
            throw new BadInputException(
                    place, "is an array of shape " + Arrays.toString(shape), "save points as an n × 2 array");
        }
        if (shape[0] == 0) {
            throw new BadInputException(place, "there are no points", "save at least one row");
        }
        var points = new Csv.Points(new double[shape[0]], new double[shape[0]]);
        for (int i = 0; i < shape[0]; i++) {
            points.x()[i] = value(array, 2 * i, place);
            points.y()[i] = value(array, 2 * i + 1, place);
        }
        return points;
    }

    private static double value(NpyArray array, int index, String place) {
        double value =
                switch (array) {
                    case NpyArray.Floats floats -> floats.values()[index];
                    case NpyArray.Doubles doubles -> doubles.values()[index];
                    case NpyArray.Longs longs -> longs.values()[index];
                    case NpyArray.Text _ ->
                        throw new BadInputException(place, "is an array of text", "save numbers, float64");
                };
        if (!Double.isFinite(value)) {
            throw new BadInputException(
                    place + ": [" + index / 2 + ", " + index % 2 + "]",
                    value + " is not a finite number",
                    "remove the row");
        }
        return value;
    }
}
