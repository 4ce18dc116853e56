package scorescope.core.sampling;

/**
 * Arrays that a step works in, allocated once with the state. Their contents mean nothing between two steps. Every method that
 * needs some has a record of its own.
 */
public interface Scratch {
    /** No arrays. */
    Scratch NONE = new None();

    /** The record of a method that needs no arrays. */
    record None() implements Scratch {}
}
