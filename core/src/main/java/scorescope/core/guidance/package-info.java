/** Conditional scores: guided towards a class, and given a measurement. */
package scorescope.core.guidance;
