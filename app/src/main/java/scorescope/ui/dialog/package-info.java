/** File dialogs behind one interface, so that tests can replace them. */
package scorescope.ui.dialog;
