/** Message bundles: sentences and formulas that a person reads. */
package scorescope.words;
