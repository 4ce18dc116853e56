/** What a panel shows: score, level, particles and layers. */
package scorescope.plot.scene;
