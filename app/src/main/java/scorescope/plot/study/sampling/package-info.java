/** Studies of sampling: comparisons of samplers, their cost, guidance and measurements. */
package scorescope.plot.study.sampling;
