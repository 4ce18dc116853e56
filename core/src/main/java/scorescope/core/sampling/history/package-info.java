/** Recordings of a run: earlier states, trails and the history of single particles. */
package scorescope.core.sampling.history;
