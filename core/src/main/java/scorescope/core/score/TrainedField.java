package scorescope.core.score;

/** A learned score with the range in which it was trained. */
public interface TrainedField extends ScoreField {
    Domain domain();
}
