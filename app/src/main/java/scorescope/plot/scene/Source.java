package scorescope.plot.scene;

import java.util.List;
import scorescope.plot.guide.Caption;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.ArrowHead;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.Palette;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.Shown;
import scorescope.words.Words;

/** Which score arrows show. Each has its colour and its own arrow head, so that colour is never alone. */
public enum Source {
    ANALYTIC("analytic"),
    LEARNED("learned"),
    /** Learned minus analytic. */
    DIFFERENCE("difference"),
    /** Both, one laid over the other. */
    OVERLAY("overlay");

    private final String id;

    Source(String id) {
        this.id = id;
    }

    /** Its name in session files. */
    public String id() {
        return id;
    }

    /** The panels of a picture that shows these scores, from left to right. */
    public static List<Source> of(Shown shown) {
        return switch (shown) {
            case ANALYTIC -> List.of(ANALYTIC);
            case LEARNED -> List.of(LEARNED);
            case DIFFERENCE -> List.of(DIFFERENCE);
            case OVERLAY -> List.of(OVERLAY);
            case SIDE_BY_SIDE -> List.of(ANALYTIC, LEARNED);
        };
    }

    /** The score that the particles of its picture follow: its own, or the sampler's where two scores are compared. */
    public Source followed(Session session) {
        return switch (this) {
            case ANALYTIC, LEARNED -> this;
            case DIFFERENCE, OVERLAY -> session.score() instanceof ScoreSpec.Learned ? LEARNED : ANALYTIC;
        };
    }

    /** Whose score a single field shows: over the analytic arrows lies the learned one. */
    public Source shown() {
        return this == OVERLAY ? LEARNED : this;
    }

    public Color color(Palette palette) {
        return switch (this) {
            case ANALYTIC -> palette.analytic();
            case LEARNED -> palette.learned();
            case DIFFERENCE, OVERLAY -> palette.text();
        };
    }

    /** Sample arrows for a caption; one for each score that is drawn. */
    public List<Caption.Key> keys() {
        return this == OVERLAY
                ? List.of(
                        new Caption.Key(ANALYTIC::color, ANALYTIC.head()),
                        new Caption.Key(LEARNED::color, LEARNED.head()))
                : List.of(new Caption.Key(this::color, head()));
    }

    /** What arrows of this kind mean. */
    public Legend.Entry entry(String text) {
        return new Legend.Entry(Legend.Sample.arrow(this::color, head()), text);
    }

    /** What an arrow of this kind means that is {@code length} points long. */
    public Legend.Entry entry(String text, double length) {
        return new Legend.Entry(Legend.Sample.arrow(this::color, head(), length), text);
    }

    /** For two overlaid scores, an entry that says which one a layer shows. */
    public List<Legend.Entry> onlyOneShown(String key, Object... arguments) {
        return this == OVERLAY ? List.of(new Legend.Entry(Legend.NOTHING, Words.text(key, arguments))) : List.of();
    }

    /** Analytic heads are solid, learned ones open, those of the difference also have a dot where they start. */
    public ArrowHead head() {
        return switch (this) {
            case ANALYTIC -> ArrowHead.SOLID;
            case LEARNED -> ArrowHead.OPEN;
            case DIFFERENCE -> ArrowHead.DOTTED;
            case OVERLAY -> ArrowHead.OPEN;
        };
    }
}
