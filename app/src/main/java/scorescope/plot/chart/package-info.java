/** Charts and tables of studies: curves, axes, marginals. */
package scorescope.plot.chart;
