/** Studies of the forward process: noise levels, processes, schedules, chains. */
package scorescope.plot.study.noising;
