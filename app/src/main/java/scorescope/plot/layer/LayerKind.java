package scorescope.plot.layer;

import java.util.List;
import java.util.function.BiFunction;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/**
 * A layer as the interface and the session file know it.
 *
 * @param id its name in {@code view.layers} and {@code view.settings}
 * @param subject what it shows, and so how often it must be drawn anew
 * @param parameters what can be set of it, under {@code view.settings.ID}
 * @param create makes it from checked values
 */
public record LayerKind(
        String id,
        String title,
        String help,
        Group group,
        Subject subject,
        List<Parameter<?>> parameters,
        BiFunction<Style, Parameters, SceneLayer> create) {
    /** What a layer shows. */
    public enum Subject {
        /** The same in all panels of one density. */
        DENSITY,
        /** The panel's score. */
        SCORE,
        /** The panel's particles, which move while all else stands still. */
        PARTICLES
    }

    /** What a layer is drawn with. One ground covers another, so one at a time makes sense. */
    public enum Group {
        GROUND(Words.text("figure.layer-kind.ground")),
        LINES(Words.text("figure.layer-kind.lines")),
        ARROWS(Words.text("figure.layer-kind.arrows")),
        POINTS(Words.text("figure.layer-kind.points"));

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public LayerKind {
        parameters = List.copyOf(parameters);
    }
}
