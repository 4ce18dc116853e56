/** What a session names and where it comes from: files, pictures, presets, resolved to densities and scores. */
package scorescope.session.source;
