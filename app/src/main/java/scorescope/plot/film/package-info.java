/** Animations: the key that changes, the frames, and their files. */
package scorescope.plot.film;
