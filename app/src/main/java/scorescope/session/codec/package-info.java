/** The session file: strict JSON, read and written section by section. */
package scorescope.session.codec;
