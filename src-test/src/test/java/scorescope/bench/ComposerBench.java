package scorescope.bench;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import scorescope.plot.export.NamedSession;
import scorescope.session.codec.Patches;

/**
 * Milliseconds from a change of the six-panel figure in the composer at 1280×800 until the page shows its first, coarse
 * picture, and the processor time of the whole program in that span. The changes are of type, width, letters, columns and
 * height, of one panel, and of the session of all panels.
 */
public final class ComposerBench {
    private static final int ROUNDS = 6;
    private static final int PATIENCE_SECONDS = 60;

    /** Settings; rounds alternate between their values. */
    private static final List<List<String>> CHANGES = List.of(
            List.of("figure.type=9", "figure.type=8"),
            List.of("figure.letters=A", "figure.letters=none"),
            List.of("figure.width=120mm", "figure.width=170mm"),
            List.of("figure.columns=2", "figure.columns=3"),
            List.of("figure.line=0.7", "figure.line=0.5"),
            List.of("figure.height=110mm", "figure.height=100mm", "figure.height=null"),
            List.of("figure.panels[0].panel.title=Where", "figure.panels[0].panel.title=What"),
            List.of("figure.panels[2].noise.sigma=1", "figure.panels[2].noise.sigma=1.5"),
            List.of("noise.sigma=0.3", "noise.sigma=0"),
            List.of("density.preset=swiss-roll", "density.preset=three-gaussians"));

    private ComposerBench() {}

    static void main(String[] unusedArguments) throws Exception {
        var window = BenchWindow.open(NamedSession.read("six-panels", List.of(), InputStream.nullInputStream()));
        BenchWindow.onFx(() -> {
            ((Button) window.node("#export")).fire();
            return true;
        });
        var shown = new LinkedBlockingQueue<Long>();
        BenchWindow.until(() -> window.node("#composer-figure") instanceof ImageView view && view.getImage() != null);
        BenchWindow.onFx(() -> ((ImageView) window.node("#composer-figure"))
                .imageProperty()
                .subscribe(() -> shown.add(System.nanoTime())));
        var worst = new ArrayList<Double>();
        for (var change : CHANGES) {
            var millis = new double[ROUNDS];
            var worked = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                quiet(shown);
                String setting = change.get(round % change.size());
                var spent = new FrameCost();
                long start = System.nanoTime();
                BenchWindow.onFx(() -> window.context()
                        .model()
                        .edit(session -> Patches.apply(session, Patches.setting(session, setting))));
                Long first = shown.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (first == null) {
                    throw new IllegalStateException("nothing was drawn after " + setting);
                }
                worked[round] = spent.millis();
                millis[round] = 1e-6 * (first - start);
            }
            Arrays.sort(millis);
            Arrays.sort(worked);
            BenchWindow.print("composer-" + change.getFirst(), millis[ROUNDS / 2], "ms");
            BenchWindow.print("composer-" + change.getFirst() + "-processor-time", worked[ROUNDS / 2], "ms");
            worst.add(millis[ROUNDS - 1]);
        }
        BenchWindow.print(
                "composer-longest", worst.stream().mapToDouble(one -> one).max().orElseThrow(), "ms");
        System.exit(0);
    }

    /** Waits for the fine picture of the change before, until nothing is drawn for some time. */
    private static void quiet(LinkedBlockingQueue<Long> shown) throws InterruptedException {
        while (shown.poll(3, TimeUnit.SECONDS) != null) {
            shown.clear();
        }
    }
}
