/** Axes, ticks, captions and legends. */
package scorescope.plot.guide;
