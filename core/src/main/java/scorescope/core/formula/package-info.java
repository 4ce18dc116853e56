/** Formulas in one variable: parsing, values and exact derivatives. */
package scorescope.core.formula;
