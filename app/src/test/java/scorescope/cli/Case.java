package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An input that once gave a wrong result: a folder of {@code src/test/resources/cases}, run by the command line. */
record Case(String name) {
    private static final Path CASES = Path.of("src/test/resources/cases");

    Path file(String file) {
        return CASES.resolve(name).resolve(file);
    }

    /** Runs a command; {@code @file} stands for a file of this case. */
    Spoken run(String command) {
        return Spoken.by(List.of(command.split(" ", -1)).stream()
                .map(word -> word.startsWith("@") ? file(word.substring(1)).toString() : word)
                .toArray());
    }

    /** The numbers of a CSV that {@code eval} printed, row by row, without its header. */
    static List<double[]> rows(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> Pattern.compile(",")
                        .splitAsStream(line)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    List<double[]> expected() throws IOException {
        return rows(Files.readString(file("expected.csv")));
    }

    /** Asserts rows of equal length whose columns from the third on differ by a share of their size in the row. */
    void agrees(String csv, double share) throws IOException {
        var right = expected();
        var got = rows(csv);
        assertEquals(right.size(), got.size());
        for (int i = 0; i < right.size(); i++) {
            double scale = 0;
            for (int j = 2; j < right.get(i).length; j++) {
                scale = Math.max(scale, Math.abs(right.get(i)[j]));
            }
            for (int j = 2; j < right.get(i).length; j++) {
                assertEquals(right.get(i)[j], got.get(i)[j], share * scale, name + " row " + i + " column " + j);
            }
        }
    }

    /** The number under a name in a text of JSON, the first of that name after a mark. */
    static double number(String json, String after, String key) {
        var found = Pattern.compile("\"" + key + "\"\\s*:\\s*(-?[0-9.eE+-]+)")
                .matcher(json.substring(Math.max(0, json.indexOf(after))));
        if (!found.find()) {
            throw new AssertionError("no " + key + " in " + json);
        }
        return Double.parseDouble(found.group(1));
    }

    /** All numbers of a text, in order. */
    static List<Double> numbers(String text) {
        var numbers = new ArrayList<Double>();
        var found = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?").matcher(text);
        while (found.find()) {
            numbers.add(Double.parseDouble(found.group()));
        }
        return numbers;
    }
}
