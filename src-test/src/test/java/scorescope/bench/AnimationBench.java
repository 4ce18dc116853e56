package scorescope.bench;

import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Parameters;
import scorescope.core.sampling.method.Langevin;
import scorescope.session.SamplerSpec;
import scorescope.ui.ScorescopeApp;

/**
 * Frame times while 100,000 particles of Langevin on the exact score play at default speed: the real window at 1280×800, the
 * opening session, one plot, in one colour and then in colours by nearest mode.
 *
 * <p>Arguments: seconds of each measurement (6); particles (100000).
 */
public final class AnimationBench {
    private static final double WARM_UP_SECONDS = 30;

    private AnimationBench() {}

    static void main(String[] arguments) throws Exception {
        double seconds = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 6;
        int particles = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        var opening = ScorescopeApp.opening();
        var spec = opening.sampler();
        var endless = new Choice(
                "langevin", Parameters.NONE.with(Langevin.STEPS, 100_000).with(Langevin.STEP_SIZE, 0.01));
        var bench =
                BenchWindow.open(opening.withSampler(new SamplerSpec(endless, particles, spec.seed(), spec.start())));
        BenchWindow.onFx(() -> {
            bench.context().player().play();
            return 0;
        });
        var model = bench.context().model();
        BenchWindow.until(() -> model.analyticParticlesProperty().get().count() == particles);
        measure(bench, "plain", seconds);
        BenchWindow.onFx(() -> model.edit(s ->
                s.withView(s.view().withSettings("particles", new Parameters(java.util.Map.of("color", "mode"))))));
        measure(bench, "by-mode", seconds);
        System.exit(0);
    }

    private static void measure(BenchWindow bench, String name, double seconds) throws Exception {
        var player = bench.context().model().analyticParticlesProperty();
        rest(WARM_UP_SECONDS);
        var stolen = new StolenTime();
        var cost = new FrameCost();
        int before = BenchWindow.onFx(() -> {
            bench.stage().meter().start();
            return player.get().step();
        });
        rest(seconds);
        var figures = BenchWindow.onFx(() -> {
            bench.stage().meter().stop();
            return bench.stage().meter().figures();
        });
        int after = BenchWindow.onFx(() -> player.get().step());
        BenchWindow.print(name, figures, cost);
        stolen.print(name);
        BenchWindow.print(name + "-steps", (after - before) / seconds, "steps/s");
    }

    /** Waits. */
    private static void rest(double seconds) throws InterruptedException {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the window must be free to move");
        }
        TimeUnit.MILLISECONDS.sleep((long) (1000 * seconds));
    }
}
