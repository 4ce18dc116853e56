/** The trainings of a window: those that undo can find again, and those on their way to another distribution. */
package scorescope.ui.learned;
