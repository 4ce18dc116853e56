/** Studies of densities: how they evolve, likelihoods, how far apart two of them are. */
package scorescope.plot.study.density;
