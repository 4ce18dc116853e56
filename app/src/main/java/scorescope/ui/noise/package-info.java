/** The noise bar: its scales, its film strip and its marks. */
package scorescope.ui.noise;
