package scorescope.ui.noise;

import java.util.List;
import java.util.OptionalInt;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.noise.NoiseProcess;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.session.NoiseSpec;
import scorescope.session.SamplerSpec;
import scorescope.session.ScoreSpec;
import scorescope.ui.model.SamplerAdvice;
import scorescope.ui.model.WindowModel;

/**
 * The levels of the sampler's steps as short marks under the film strip, and the position of its particles among them.
 */
final class SamplerSteps {
    private static final int MOST = 160;
    private static final double LENGTH = 3;

    private final WindowModel model;
    private final SamplerAdvice advice;
    private Question answeredQuestion;
    private List<NoiseLevel> levels = List.of();
    private double marked = Double.NaN;

    /** Everything that the levels depend on. */
    private record Question(SamplerSpec sampler, NoiseProcess process, NoiseSpec noise, ScoreSpec score) {}

    SamplerSteps(WindowModel model) {
        this.model = model;
        advice = new SamplerAdvice(model);
        answeredQuestion = question();
        levels = advice.levels();
    }

    private Question question() {
        var session = model.session();
        return new Question(
                session.sampler().at(OptionalInt.empty()), model.process(), session.noise(), session.score());
    }

    /** Finds the levels again if the sampler, process, level or score has changed; whether one has. */
    boolean changed() {
        var now = question();
        if (now.equals(answeredQuestion)) {
            return false;
        }
        answeredQuestion = now;
        levels = advice.levels();
        return true;
    }

    /** Whether the particles stand at another level than was marked; not while new ones are awaited. */
    boolean moved() {
        return !model.particlesDueProperty().get() && !levels.isEmpty() && Double.compare(present(), marked) != 0;
    }

    private double present() {
        var frame = model.particles();
        return frame.count() == 0 ? Double.NaN : frame.level().ratio();
    }

    void draw(Painter painter, NoiseScale scale, double width, Palette palette) {
        marked = present();
        int every = Math.ceilDiv(Math.max(1, levels.size()), MOST);
        int count = Math.ceilDiv(levels.size(), every);
        var x = new double[2 * count];
        var y = new double[2 * count];
        for (int i = 0; i < count; i++) {
            double at = position(levels.get(i * every), scale, width);
            x[2 * i] = at;
            x[2 * i + 1] = at;
            y[2 * i + 1] = LENGTH;
        }
        painter.segments(x, y, 2 * count, palette.mute(), 1);
        var frame = model.particles();
        if (!levels.isEmpty() && frame.count() > 0) {
            double at = position(frame.level(), scale, width);
            painter.segments(new double[] {at, at}, new double[] {0, 2 * LENGTH}, 2, palette.particle(), 3);
        }
    }

    private static double position(NoiseLevel level, NoiseScale scale, double width) {
        return Math.clamp(scale.position(Math.max(scale.lowest(), scale.valueOf(level))), 0, 1) * width;
    }
}
