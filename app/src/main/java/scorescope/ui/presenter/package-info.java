/** The stage for a room: large, alone, with what a lecturer does on a board. */
package scorescope.ui.presenter;
