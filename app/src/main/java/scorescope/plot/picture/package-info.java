/** The only entry to pictures: of a session, a moment and what engines have found, on a screen or in a file. */
package scorescope.plot.picture;
