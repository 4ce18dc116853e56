package scorescope.ui.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import scorescope.core.density.Box;
import scorescope.core.noise.NoiseLevel;
import scorescope.core.score.MixtureScore;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Source;
import scorescope.ui.background.Background;
import scorescope.ui.background.ConflatingWorker;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.model.reading.CursorReading;

/**
 * Evaluates the fields under the pointer in the background, since a network may have to wait for its library. The
 * result of the newest request is shown at the next pulse, in all plots at once.
 */
final class CursorReadings implements AutoCloseable {
    /** A point and the scores to evaluate there. */
    record Request(MixtureScore exact, Map<Source, ScoreField> scores, NoiseLevel level, double x, double y) {
        Request {
            scores = Map.copyOf(scores);
        }
    }

    /** The values found. */
    static final class Result {
        private Map<Source, CursorReading> readings = Map.of();

        Optional<CursorReading> of(Source source) {
            return Optional.ofNullable(readings.get(source));
        }

        double x() {
            return readings.values().stream().findFirst().map(CursorReading::x).orElse(Double.NaN);
        }

        double y() {
            return readings.values().stream().findFirst().map(CursorReading::y).orElse(Double.NaN);
        }

        List<CursorReading.Line> lines(Source source, Box view) {
            return of(source).map(reading -> reading.lines(view)).orElse(List.of());
        }
    }

    private final ConflatingWorker<Request, Result> reader;

    CursorReadings(Background background, Consumer<RuntimeException> failed) {
        reader = background.worker(Work.POINTER, Result::new, CursorReadings::read, failed);
    }

    private static void read(Request request, Result result) {
        var readings = new java.util.EnumMap<Source, CursorReading>(Source.class);
        request.scores()
                .forEach((source, score) -> readings.put(
                        source, CursorReading.of(request.exact(), score, request.level(), request.x(), request.y())));
        result.readings = readings;
    }

    void request(Request request) {
        reader.request(request);
    }

    /** Passes on a new result; returns whether there was one. */
    boolean take(Consumer<Result> shown) {
        return reader.take(shown);
    }

    boolean pending() {
        return reader.pending();
    }

    @Override
    public void close() {
        reader.close();
    }
}
