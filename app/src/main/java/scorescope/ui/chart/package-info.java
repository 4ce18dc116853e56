/** Charts of a training: the loss over steps and by noise level. */
package scorescope.ui.chart;
