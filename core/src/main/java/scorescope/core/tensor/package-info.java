/** Matrix products and vector kernels: the one package that knows ND4J and the vector API. */
package scorescope.core.tensor;
