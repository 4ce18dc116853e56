/** The figure composer: page, panels, settings of print, and export. */
package scorescope.ui.figure;
