package scorescope.ui.preference;

/** How much moves by itself in the window. What a person plays by hand moves in any case. */
public enum Motion {
    /** As the operating system asks. */
    SYSTEM,
    FULL,
    /** Nothing starts by itself, and what fades or glides jumps instead. */
    REDUCED
}
