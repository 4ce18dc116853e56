/** Solvers of the probability-flow ODE, one file each, and the likelihood along it. */
package scorescope.core.sampling.flow;
