package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.plot.export.SessionFile;
import scorescope.plot.paint.Palette;
import scorescope.session.SessionDefaults;

/** Pictures that commands draw: figures and snapshots of the window. */
final class PictureCommandsTest {
    @TempDir
    Path folder;

    private Path session;
    private Path points;

    @BeforeEach
    void writeSession() throws IOException {
        session = folder.resolve("s.scorescope.json");
        Files.writeString(session, "{\"scorescope\": 1}");
        points = folder.resolve("points.csv");
        Files.writeString(points, "x,y\n0.5,-1\n2,3\n");
    }

    @Test
    void figuresCarryTheirSession() throws IOException {
        for (String name : List.of("f.svg", "f.png")) {
            var figure = folder.resolve(name);
            Spoken.by("figure", session, "-o", figure, "--dpi", "72", "--width", "60mm", "--set", "noise.sigma=1.5")
                    .done();
            var carried = SessionFile.read(figure);
            assertEquals("60mm", carried.figure().width());
            assertEquals(SessionDefaults.opening().density(), carried.density());
            Spoken.by("eval", figure, "--points", points, "-o", "-", "--quantity", "score")
                    .done();
        }
    }

    /** Particle 3 of the run with its denoised point; a 41st of 40 particles is refused. */
    @Test
    void aFigureFollowsOneParticleWithItsDenoisedPoint() throws IOException {
        var svg = folder.resolve("f.svg");
        var follow = List.of(
                "--set", "view.layers=[\"density\",\"tweedie\"]",
                "--set", "sampler.kind=ddim",
                "--set", "sampler.particles=40");
        Spoken.by(words("figure", session, "-o", svg, follow, "--set", "view.settings.tweedie.particle=3"))
                .done();
        var third = Files.readString(svg);
        assertTrue(third.contains("particle 3 after"), "the legend says which");
        Spoken.by(words("figure", session, "-o", svg, follow, "--set", "view.settings.tweedie.particle=41"))
                .done();
        var none = Files.readString(svg);
        assertTrue(none.contains("there is no particle 41 to follow: 40 are sampled"));
        String probe = String.format("#%06x", Palette.LIGHT.probe().argb() & 0xffffff);
        assertTrue(third.contains(probe) && !none.contains(probe), "a ring in the probe's colour");
        Spoken.by(words("figure", session, "-o", svg, follow, "--set", "view.settings.tweedie.particle=0"))
                .refused("view.settings.tweedie", "whole number");
    }

    private static Object[] words(Object... some) {
        return Stream.of(some)
                .flatMap(word -> word instanceof List<?> list ? list.stream() : Stream.of(word))
                .toArray();
    }

    @Test
    void snapshotsStandWhereTheRunIsWanted() throws IOException {
        var still = folder.resolve("still.png");
        var moved = folder.resolve("moved.png");
        var fast = List.of("--size", "900x640", "--set", "sampler.kind=ddim", "--set", "sampler.steps=20");
        Spoken.by(words("snapshot", session, "-o", still, fast)).done();
        Spoken.by(words("snapshot", session, "-o", moved, fast, "--step", "12")).done();
        assertFalse(Arrays.equals(Files.readAllBytes(still), Files.readAllBytes(moved)), "particles are seen");
        Spoken.by(words("snapshot", session, "-o", still, fast, "--step", "21"))
                .refused("sampler.step", "21 is after the end of the run", "from 0 to 20");
        Spoken.by(words("snapshot", session, "-o", still, fast, "--step", "-1")).refused("--step");
    }

    @Test
    void snapshotDrawsTheWholeWindow() throws IOException {
        var picture = folder.resolve("window.png");
        Spoken.by("snapshot", "-o", picture, "--size", "1000x700", "--theme", "dark")
                .done();
        var drawn = javax.imageio.ImageIO.read(picture.toFile());
        assertEquals(1000, drawn.getWidth());
        assertEquals(700, drawn.getHeight());
        var stage = drawn.getRGB(16, 60, 600, 480, null, 0, 600);
        assertTrue(Arrays.stream(stage).distinct().count() > 50);
        // Arrows of one colour all over the stage, equally many in both halves.
        int arrows = Palette.DARK.analytic().argb();
        for (int corner = 0; corner < 4; corner++) {
            var part = drawn.getRGB(40 + 240 * (corner % 2), 100 + 190 * (corner / 2), 240, 190, null, 0, 240);
            long found = Arrays.stream(part).filter(argb -> argb == arrows).count();
            assertTrue(found > 200, "corner " + corner + ": " + found);
        }
    }
}
