/** Scores beyond the marginal: guided by a class, and given a measurement. */
package scorescope.core.guidance;
