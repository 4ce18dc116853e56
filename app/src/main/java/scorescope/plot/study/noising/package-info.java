/** Studies of the noise put in: levels, processes, schedules, chains. */
package scorescope.plot.study.noising;
