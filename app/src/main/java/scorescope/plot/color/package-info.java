/** Colour maps, colour bars and backgrounds. */
package scorescope.plot.color;
