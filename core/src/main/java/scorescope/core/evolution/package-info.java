/** Evolution of a density in time: the Fokker–Planck equation on a grid, and paths of particles. */
package scorescope.core.evolution;
