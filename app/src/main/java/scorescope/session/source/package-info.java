/** Sources of a session: files, pictures and presets, resolved to densities and scores. */
package scorescope.session.source;
