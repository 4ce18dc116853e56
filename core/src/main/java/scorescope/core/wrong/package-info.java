/** Wrong formulas from publications, for the study that compares them with the correct ones. Nothing else may use them. */
package scorescope.core.wrong;
