/** The mathematics: densities, noise, scores, networks, training and sampling, without a user interface. */
package scorescope.core;
