/** How a density changes in time: the Fokker–Planck equation solved on a grid. */
package scorescope.core.evolution;
