/** Single steps that sampling methods share: grids of time, affine steps and level sequences. */
package scorescope.core.sampling.step;
