package scorescope.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code scorescope figure six-panels -o f.png} at 150 dpi as a whole process, against NumPy and matplotlib drawing the same six
 * panels. Pairs are interleaved; the ratio is the median of peer time over our time. Arguments: the program, the peer's Python
 * and its script.
 */
public final class FigureBench {
    private static final int PAIRS = 5;

    private FigureBench() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("scorescope-bench");
        Path ours = folder.resolve("ours.png");
        Path theirs = folder.resolve("theirs.png");
        var our = Stream.concat(
                        Stream.of(arguments[0].split(" ")),
                        Stream.of("figure", "six-panels", "-o", ours.toString(), "--dpi", "150"))
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
                var peer = WholeProcess.run(List.of(arguments[1], arguments[2], theirs.toString()), theirs);
                peer.say("matplotlib");
                ratios[i] = peer.seconds() / took.seconds();
            }
        }
        stolen.print("figure", PAIRS);
        System.out.printf(Locale.ROOT, "figure %.2f s%n", median(seconds));
        if (compared) {
            System.out.printf(Locale.ROOT, "ratio figure %.2f%n", median(ratios));
        }
        for (var file : List.of(ours, theirs, folder)) {
            Files.deleteIfExists(file);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
