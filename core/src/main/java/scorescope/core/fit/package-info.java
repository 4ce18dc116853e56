/** Fits of Gaussians to a mixture by forward and by reverse Kullback–Leibler divergence. */
package scorescope.core.fit;
