/** The controls and the place of a study in the window. */
package scorescope.ui.study;
