/** The row that plays, pauses and steps a run. */
package scorescope.ui.transport;
