/** Dialogs behind one interface, so that tests can answer them. */
package scorescope.ui.dialog;
