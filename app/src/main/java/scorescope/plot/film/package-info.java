/** Animations: what moves in a picture, its frames, and files of them. */
package scorescope.plot.film;
