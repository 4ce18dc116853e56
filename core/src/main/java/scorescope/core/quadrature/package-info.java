/** Numerical integration in one dimension. */
package scorescope.core.quadrature;
