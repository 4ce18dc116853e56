package scorescope.core.io;

import java.util.Arrays;
import scorescope.core.BadInputException;

/** Points from a file, whichever of the formats for them it is in: {@link Csv} with the header x,y, or {@link Npy}, n × 2. */
public final class PointsFile {
    private static final byte[] NPY = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private PointsFile() {}

    /**
     * Reads NPY if the bytes begin as NPY does, else CSV.
     *
     * @param place what to call the file in messages
     * @throws BadInputException if it is neither, has no points, or a coordinate is not finite
     */
    public static Csv.Points read(byte[] file, String place) {
        boolean npy = file.length >= NPY.length && Arrays.equals(file, 0, NPY.length, NPY, 0, NPY.length);
        return npy ? points(Npy.read(file, place), place) : Csv.readPoints(file, place);
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
