/** Export formats, and the session that an exported figure carries. */
package scorescope.plot.export;
