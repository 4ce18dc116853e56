/** Runs and results that studies compute once and keep. */
package scorescope.plot.study.run;
