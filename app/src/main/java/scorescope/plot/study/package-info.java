/** Studies, one file each, and their catalog. */
package scorescope.plot.study;
