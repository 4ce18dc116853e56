/** Studies of training: objectives, their weights and floors, the error of learned scores. */
package scorescope.plot.study.learning;
