/** Formulas in one variable that people write: parsing, values and exact derivatives. */
package scorescope.core.formula;
