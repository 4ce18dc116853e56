/** What a person sets once for the window, whatever session is open, and where it is stored. */
package scorescope.ui.preference;
