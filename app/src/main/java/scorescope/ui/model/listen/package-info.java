/** The density along a line across the stage as sound. */
package scorescope.ui.model.listen;
