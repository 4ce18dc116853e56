/** Score fields, exact and learned, and the conversions between what networks predict. */
package scorescope.core.score;
