/** Training objectives, one file each: loss and gradient of a batch. */
package scorescope.core.objective;
