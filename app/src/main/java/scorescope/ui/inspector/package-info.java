/** The inspector: one file for each section, made from declared parameters. */
package scorescope.ui.inspector;
