/** What a person can ask of the window: one list behind menu, keys, keys card and palette. */
package scorescope.ui.command;
