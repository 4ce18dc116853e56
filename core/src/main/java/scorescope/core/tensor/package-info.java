/** Matrix products and vector kernels: the only package that depends on ND4J and the vector API. */
package scorescope.core.tensor;
