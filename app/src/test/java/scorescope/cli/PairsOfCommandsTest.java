package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scorescope.plot.export.AnimationCatalog;
import scorescope.plot.export.ExportCatalog;

/**
 * Every file that a command writes, in every format of the catalogs and with endings in both cases, given to every command
 * that reads: it is taken where it holds what is read there, and refused in one line elsewhere.
 */
class PairsOfCommandsTest {
    @TempDir
    static Path folder;

    private static final List<Written> WRITTEN = new ArrayList<>();

    /** What a file may hold. */
    private enum Content {
        SESSION,
        POINTS,
        /** Of the screen or paper, whose brightness may be a density. */
        PICTURE,
        WEIGHTS
    }

    private record Written(Path file, Set<Content> contents) {}

    /** A place of a command where a file is read. FILE stands for it. */
    private enum Place {
        FIGURE(Content.SESSION, "figure FILE -o out.svg"),
        EVAL(Content.SESSION, "eval FILE --points p.csv --quantity score -o -"),
        SAMPLE(Content.SESSION, "sample FILE --particles 2 -o out.npz"),
        TRAIN(Content.SESSION, "train FILE --steps 1 -o out.npz"),
        FIT(Content.SESSION, "fit FILE"),
        DESCRIBE(Content.SESSION, "describe FILE"),
        LINK(Content.SESSION, "link FILE"),
        CODE(Content.SESSION, "code FILE -o -"),
        TABLE(Content.SESSION, "processes --table FILE -o -"),
        ANIMATE(Content.SESSION, "animate FILE --seconds 0.1 --size 64x64 -o out.gif"),
        SNAPSHOT(Content.SESSION, "snapshot FILE --size 320x320 -o out.png"),
        POINTS(Content.POINTS, "eval s.json --points FILE --quantity score -o -"),
        SAMPLES(Content.POINTS, "measure FILE p.csv"),
        DENSITY(Content.POINTS, "describe s.json --set density.file=FILE --set density.bandwidth=0.1"),
        START(Content.WEIGHTS, "train s.json --steps 2 -o out.npz --resume FILE"),
        NETWORK(Content.WEIGHTS, "describe s.json --set score={\"source\":\"learned\",\"file\":\"FILE\"}");

        private final Content read;
        private final String command;

        Place(Content read, String command) {
            this.read = read;
            this.command = command;
        }

        private Spoken of(Path file) {
            var words = new ArrayList<Object>();
            for (String word : command.split(" ", -1)) {
                boolean own = word.matches("(out|p|s)\\.[a-z]+");
                words.add(own ? folder.resolve(word) : word.replace("FILE", file.toString()));
            }
            return Spoken.by(words.toArray());
        }
    }

    private static void write(String name, Set<Content> contents, String... words) {
        var file = folder.resolve(name);
        var command = new ArrayList<Object>(List.of(words));
        command.add(1, folder.resolve("s.json"));
        command.addAll(List.of("-o", file));
        var ran = Spoken.by(command.toArray());
        if (ran.code() == Cli.FAILED && ran.err().contains("ffmpeg")) {
            return; // a machine without it
        }
        ran.done();
        WRITTEN.add(new Written(file, contents));
    }

    @BeforeAll
    static void writeAll() throws IOException {
        Files.writeString(
                folder.resolve("s.json"),
                "{\"scorescope\": 1, \"view\": {\"layers\": [\"contours\"]}, \"training\": {\"steps\": 1, \"batch\": 8,"
                        + " \"samples\": 40, \"hidden\": [4]}, \"sampler\": {\"steps\": 3, \"particles\": 5}}");
        var points = Files.writeString(folder.resolve("p.csv"), "x,y\n0.5,1\n-2,3\n");
        boolean upper = false;
        for (var format : ExportCatalog.formats()) {
            upper = !upper;
            write("figure." + cased(format.extension(), upper), contents(format.extension()), "figure", "--dpi", "40");
        }
        for (var format : AnimationCatalog.formats()) {
            if (!format.extension().isEmpty()) {
                upper = !upper;
                write(
                        "film." + cased(format.extension(), upper),
                        contents(format.extension()),
                        "animate",
                        "--seconds",
                        "0.1",
                        "--size",
                        "64x64");
            }
        }
        for (String ending : List.of("csv", "NPZ")) {
            write(
                    "values." + ending,
                    EnumSet.of(Content.POINTS),
                    "eval",
                    "--points",
                    points.toString(),
                    "--quantity",
                    "score,denoised");
        }
        write("samples.npz", EnumSet.of(Content.POINTS), "sample");
        write("paths.Npz", EnumSet.of(Content.POINTS), "sample", "--trajectories");
        write("weights.NPZ", EnumSet.of(Content.SESSION, Content.WEIGHTS), "train");
        write("program.py", EnumSet.noneOf(Content.class), "code");
        write("window.PNG", EnumSet.of(Content.PICTURE), "snapshot", "--size", "320x320");
        var link = folder.resolve("link");
        Files.writeString(
                link, Spoken.by("link", folder.resolve("s.json")).done().out());
        WRITTEN.add(new Written(link, EnumSet.of(Content.SESSION)));
    }

    private static Set<Content> contents(String extension) {
        return extension.equals("png") || extension.equals("gif")
                ? EnumSet.of(Content.SESSION, Content.PICTURE)
                : EnumSet.of(Content.SESSION);
    }

    private static String cased(String extension, boolean upper) {
        return upper ? extension.toUpperCase(Locale.ROOT) : extension;
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void whatACommandReadsItTakesFromAllThatWriteIt(Place place) {
        for (var written : WRITTEN) {
            var ran = place.of(written.file());
            boolean picture = place == Place.DENSITY && written.contents().contains(Content.PICTURE);
            if (written.contents().contains(place.read) || picture) {
                assertEquals(0, ran.code(), () -> written.file().getFileName() + ": " + ran.err());
            } else {
                assertEquals(2, ran.code(), () -> written.file().getFileName() + ": " + ran.err());
                assertEquals(1, ran.err().lines().count(), ran.err());
                assertTrue(ran.err().contains("; "), () -> "no remedy: " + ran.err());
            }
        }
    }

    @Test
    void allFormatsOfTheCatalogsAreAmongThem() {
        int formats = ExportCatalog.formats().size();
        assertTrue(WRITTEN.size() >= formats + 10, () -> WRITTEN.size() + " files");
    }
}
