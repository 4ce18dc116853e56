/** The painter of a JavaFX canvas. */
package scorescope.ui.draw;
