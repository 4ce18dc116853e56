package scorescope.core.sampling;

/**
 * Working arrays of a step, allocated once with the state. Their contents are not used from one step to the next. Every
 * method that needs working arrays has a record of its own.
 */
public interface Scratch {
    /** No arrays. */
    Scratch NONE = new None();

    /** The record of a method that needs no arrays. */
    record None() implements Scratch {}
}
