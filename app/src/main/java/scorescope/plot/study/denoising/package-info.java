/** Studies of the noise taken out: posterior means, estimates of their risk, what a denoiser shows. */
package scorescope.plot.study.denoising;
