package scorescope.core.score;

/** A score that was learned and knows where it is at home. */
public interface TrainedField extends ScoreField {
    Domain domain();
}
