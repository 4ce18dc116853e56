/** Small controls that several parts of the window use. */
package scorescope.ui.control;
