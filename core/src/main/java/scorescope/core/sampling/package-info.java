/**
 * Ways to draw samples by following a score. A {@link scorescope.core.sampling.SamplingMethod} with its
 * parameters is bound to a problem and becomes a {@link scorescope.core.sampling.Sampler}; a
 * {@link scorescope.core.sampling.SamplingRun} drives it. {@link scorescope.core.sampling.method.SamplerCatalog} lists
 * the methods; a new one is one file and one line there.
 */
package scorescope.core.sampling;
