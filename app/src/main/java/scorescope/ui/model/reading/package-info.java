/** Numbers that the window reads off: under the pointer, at the probe, and of the particles. */
package scorescope.ui.model.reading;
