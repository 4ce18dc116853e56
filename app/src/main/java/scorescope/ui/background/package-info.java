/** Work beside the JavaFX thread: workers of the newest request, and the clock of pulses. */
package scorescope.ui.background;
