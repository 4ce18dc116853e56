/** The mathematics: densities, noise, scores, networks, training and sampling, without any screen. */
package scorescope.core;
