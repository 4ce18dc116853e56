/** The inspector: one file per page and section; controls are made from declared parameters. */
package scorescope.ui.inspector;
