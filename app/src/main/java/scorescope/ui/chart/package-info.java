/** Charts of the window, such as the loss of a training. */
package scorescope.ui.chart;
