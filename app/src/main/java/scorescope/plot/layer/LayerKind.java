package scorescope.plot.layer;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.paint.Style;
import scorescope.words.Words;

/**
 * A layer with its settings, before the {@link Style} is known.
 *
 * @param group how it is drawn
 * @param subject what it shows, which determines how often it must be drawn anew
 * @param make makes it for a style
 */
public record LayerKind(Group group, Subject subject, Function<Style, SceneLayer> make) {
    /** What a layer shows. */
    public enum Subject {
        /** The same in all panels of one density. */
        DENSITY,
        /** The panel's score. */
        SCORE,
        /** The panel's particles, which move while all else stands still. */
        PARTICLES
    }

    /** How a layer is drawn. A background covers another one, so only one at a time makes sense. */
    public enum Group {
        BACKGROUND(Words.text("figure.layer-kind.background")),
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

    /**
     * The layer as the interface and the session file know it.
     *
     * @param id its name in {@code view.layers} and {@code view.settings}
     * @param parameters its settings, under {@code view.settings.ID}
     * @param create makes it from a style and checked values
     */
    static Kind<LayerKind> of(
            String id,
            String title,
            String help,
            Group group,
            Subject subject,
            List<Parameter<?>> parameters,
            BiFunction<Style, Parameters, SceneLayer> create) {
        return new Kind<>(
                id,
                title,
                help,
                parameters,
                values -> new LayerKind(group, subject, style -> create.apply(style, values)));
    }

    /** Group and subject of a kind, which no setting changes. */
    public static LayerKind of(Kind<LayerKind> kind) {
        return kind.create().apply(Parameters.NONE);
    }
}
