/** The trainings of a window: those that undo can restore, and those continued on another distribution. */
package scorescope.ui.learned;
