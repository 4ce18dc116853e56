/** The painter that every surface implements, with text, palettes, sizes and viewports. */
package scorescope.plot.paint;
