package scorescope.plot.paint;

/** How an arrow shows its direction. */
public enum ArrowHead {
    /** A filled triangle at the tip. */
    SOLID,
    /** Two barbs at the tip. */
    OPEN,
    /** A filled triangle at the tip and a disc at the start. */
    DOTTED
}
