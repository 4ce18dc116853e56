/**
 * Declarations of parameters, options, kinds and catalogs, from which controls, JSON and the command line are made.
 */
package scorescope.core.parameter;
