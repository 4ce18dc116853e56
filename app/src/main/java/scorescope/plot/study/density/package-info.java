/** Studies of densities: evolution in time, likelihoods, divergences, fits. */
package scorescope.plot.study.density;
