/** Studies of denoising: posterior means, estimates of risk, paths of denoised points. */
package scorescope.plot.study.denoising;
