/** Formulas that are printed wrong, for the one study that shows them beside the right ones. Nothing else may use them. */
package scorescope.core.wrong;
