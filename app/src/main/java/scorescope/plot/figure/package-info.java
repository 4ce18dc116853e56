/** Panels and their layout, for a plain stage, a study and a composed figure. */
package scorescope.plot.figure;
