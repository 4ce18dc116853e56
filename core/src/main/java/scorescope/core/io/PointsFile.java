package scorescope.core.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import scorescope.core.BadInputException;

/**
 * Points from a file in any supported format: a table with columns x and y ({@link Csv}); n × 2
 * numbers or a table with fields x and y as {@link Npy}; or one of these, or two vectors x and y, in an {@link Npz}.
 */
public final class PointsFile {
    /** The array that the program's sampling writes to an NPZ. */
    private static final String ARRAY = "samples";

    private static final List<String> COORDINATES = List.of("x", "y");

    private PointsFile() {}

    /** @throws BadInputException if there is no such file, or it does not hold points */
    public static Csv.Points read(Path file) throws IOException {
        return read(InputFile.bytes(file), file.toString());
    }

    /**
     * Reads NPY or NPZ if the bytes begin as these do, else a table of text.
     *
     * @param place name of the file in messages
     * @throws BadInputException if it is none of them, has no points, or a coordinate is not finite
     */
    public static Csv.Points read(byte[] file, String place) {
        if (NpyHeader.isNpy(file)) {
            return array(file, place);
        }
        FileKind.of(file).ifPresent(other -> {
            throw other.refusal(place);
        });
        return Npz.isZip(file) ? chosen(Npz.read(file, place)) : Csv.readPoints(file, place);
    }

    /** The array called samples; else the only array of points; else the vectors x and y. */
    private static Csv.Points chosen(Npz npz) {
        if (npz.names().isEmpty()) {
            throw BadInputException.of(npz.place(), "core.io.npz.no-arrays");
        }
        if (npz.has(ARRAY)) {
            return array(npz.entry(ARRAY), npz.placeOf(ARRAY));
        }
        if (npz.names().size() == 1) {
            String only = npz.names().iterator().next();
            return array(npz.entry(only), npz.placeOf(only));
        }
        var candidates =
                npz.names().stream().filter(name -> holdsPoints(npz, name)).toList();
        if (candidates.size() == 1) {
            return array(npz.entry(candidates.getFirst()), npz.placeOf(candidates.getFirst()));
        }
        var coordinates = coordinates(npz.names());
        if (candidates.isEmpty() && !coordinates.isEmpty()) {
            return vectors(npz.array(coordinates.get(0)), npz.array(coordinates.get(1)), npz.place());
        }
        if (!candidates.isEmpty()) {
            throw BadInputException.of(
                    npz.place(), "core.io.points-file.several", InputText.shown(String.join(", ", candidates)), ARRAY);
        }
        throw BadInputException.of(
                npz.place(),
                "core.io.points-file.points-missing",
                InputText.shown(String.join(", ", npz.names())),
                ARRAY);
    }

    private static boolean holdsPoints(Npz npz, String name) {
        try {
            byte[] entry = npz.entry(name);
            int[] shape = squeezed(Npy.shape(entry, name));
            return (shape.length == 2 && shape[1] == 2)
                    || !coordinates(Npy.columns(entry, name).keySet()).isEmpty();
        } catch (BadInputException notRead) {
            return false;
        }
    }

    private static Csv.Points array(byte[] file, String place) {
        var columns = Npy.columns(file, place);
        return columns.isEmpty() ? points(Npy.read(file, place), place) : columns(columns, place);
    }

    private static Csv.Points columns(Map<String, NpyArray> columns, String place) {
        var coordinates = coordinates(columns.keySet());
        if (coordinates.isEmpty()) {
            throw BadInputException.of(
                    place, "core.io.points-file.other-fields", InputText.shown(String.join(", ", columns.keySet())));
        }
        return vectors(columns.get(coordinates.get(0)), columns.get(coordinates.get(1)), place);
    }

    /**
     * The names of the coordinates among {@code names}: x and y, X and Y, or else {@link CoordinateNames}; empty if they
     * are not clear.
     */
    private static List<String> coordinates(Set<String> names) {
        if (names.containsAll(COORDINATES)) {
            return COORDINATES;
        }
        var found = COORDINATES.stream()
                .flatMap(wanted -> names.stream().filter(wanted::equalsIgnoreCase))
                .toList();
        if (found.isEmpty()) {
            var all = List.copyOf(names);
            return CoordinateNames.among(all)
                    .map(pair -> List.of(all.get(pair.x()), all.get(pair.y())))
                    .orElse(List.of());
        }
        return found.size() == COORDINATES.size() && !found.get(0).equalsIgnoreCase(found.get(1)) ? found : List.of();
    }

    private static Csv.Points vectors(NpyArray x, NpyArray y, String place) {
        if (!isVector(x.shape()) || !isVector(y.shape()) || x.size() != y.size()) {
            throw BadInputException.of(
                    place,
                    "core.io.points-file.unequal-shapes",
                    Arrays.toString(x.shape()),
                    Arrays.toString(y.shape()));
        }
        requireRows(x.size(), place);
        var points = new Csv.Points(new double[x.size()], new double[x.size()]);
        for (int i = 0; i < x.size(); i++) {
            points.x()[i] = value(x, i, place);
            points.y()[i] = value(y, i, place);
        }
        return finite(points, place);
    }

    /** Whether at most one axis is longer than 1, as of a vector or of a column of a table. */
    private static boolean isVector(int[] shape) {
        return shape.length >= 1
                && Arrays.stream(shape).filter(extent -> extent != 1).count() <= 1;
    }

    private static Csv.Points points(NpyArray array, String place) {
        requireRows(array.size(), place);
        int[] shape = squeezed(array.shape());
        if (shape.length != 2 || shape[1] != 2) {
            throw BadInputException.of(place, complaint(shape), Arrays.toString(array.shape()));
        }
        var points = new Csv.Points(new double[shape[0]], new double[shape[0]]);
        for (int i = 0; i < shape[0]; i++) {
            points.x()[i] = value(array, 2 * i, place);
            points.y()[i] = value(array, 2 * i + 1, place);
        }
        return finite(points, place);
    }

    private static Csv.Points finite(Csv.Points points, String place) {
        for (int i = 0; i < points.count(); i++) {
            double wrong = Double.isFinite(points.x()[i]) ? points.y()[i] : points.x()[i];
            if (!Double.isFinite(wrong)) {
                int column = Double.isFinite(points.x()[i]) ? 1 : 0;
                throw BadInputException.of(
                        place + ": [" + i + ", " + column + "]", "core.io.points-file.not-finite", wrong);
            }
        }
        return points;
    }

    /** The key of the error message for an array of this shape. */
    private static String complaint(int[] shape) {
        if (shape.length == 2 && shape[0] == 2) {
            return "core.io.points-file.transposed";
        }
        if (shape.length == 2 && shape[1] > 2) {
            return "core.io.points-file.more-columns";
        }
        return shape.length == 3 && shape[2] == 2 ? "core.io.points-file.layers" : "core.io.points-file.shape";
    }

    /** The shape without the axes of length 1 that more than two have, as image libraries put them between. */
    private static int[] squeezed(int[] shape) {
        return shape.length <= 2
                ? shape
                : Optional.of(Arrays.stream(shape).filter(extent -> extent != 1).toArray())
                        .filter(left -> left.length == 2)
                        .orElse(shape);
    }

    private static void requireRows(int count, String place) {
        if (count == 0) {
            throw BadInputException.of(place, "core.io.points-file.no-points");
        }
    }

    private static double value(NpyArray array, int index, String place) {
        return switch (array) {
            case NpyArray.Floats floats -> floats.values()[index];
            case NpyArray.Doubles doubles -> doubles.values()[index];
            case NpyArray.Longs longs -> longs.values()[index];
            case NpyArray.Text _ -> throw BadInputException.of(place, "core.io.points-file.is-text");
        };
    }
}
