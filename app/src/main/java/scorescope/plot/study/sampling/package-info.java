/** Studies of sampling: samplers beside each other, their cost, conditions on what they draw. */
package scorescope.plot.study.sampling;
