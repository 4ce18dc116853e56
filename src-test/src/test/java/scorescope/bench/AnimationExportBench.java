package scorescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A Langevin run of 1,000 particles as a GIF of 180 frames of 600 × 600 pixels, as a whole process, against matplotlib's
 * FuncAnimation and PillowWriter. Pairs are interleaved; the ratio is the median of peer time over our time. Arguments: the
 * program, the peer's Python and its script.
 */
public final class AnimationExportBench {
    private static final int PAIRS = 3;
    private static final String FRAMES = "180";
    private static final String FPS = "30";
    private static final String SIDE = "600";

    private static final String SESSION = """
            {"scorescope": 1, "density": {"preset": "three-gaussians"}, "noise": {"sigma": 0.5},
             "sampler": {"kind": "langevin", "stepSize": 0.01, "steps": 500, "particles": 1000,
                         "start": {"kind": "gaussian", "std": 3}},
             "view": {"layers": ["density", "contours", "quiver", "particles"]}}
            """;

    private AnimationExportBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("scorescope-bench");
        var session = Files.writeString(folder.resolve("run.json"), SESSION);
        var ours = folder.resolve("ours.gif");
        var theirs = folder.resolve("theirs.gif");
        var our = Stream.concat(
                        Stream.of(arguments[0].split(" ")),
                        Stream.of("animate", session.toString(), "-o", ours.toString(), "--size", SIDE + "x" + SIDE))
                .toList();
        boolean compared = arguments.length >= 3;
        var ratios = new double[PAIRS];
        var seconds = new double[PAIRS];
        var stolen = new StolenTime();
        for (int i = 0; i < PAIRS; i++) {
            var took = WholeProcess.run(our, ours);
            seconds[i] = took.seconds();
            took.say("ours");
            if (compared) {
                var peer = WholeProcess.run(
                        List.of(arguments[1], arguments[2], theirs.toString(), FRAMES, FPS, SIDE), theirs);
                peer.say("matplotlib");
                ratios[i] = peer.seconds() / took.seconds();
            }
        }
        stolen.print("animation-export", PAIRS);
        System.out.printf(Locale.ROOT, "animation-export %.2f s%n", median(seconds));
        if (compared) {
            System.out.printf(Locale.ROOT, "ratio animation-export %.2f%n", median(ratios));
        }
        for (var file : List.of(session, ours, theirs, folder)) {
            Files.deleteIfExists(file);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
