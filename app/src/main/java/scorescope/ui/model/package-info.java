/** The state of the window without controls: session, training, sampling. */
package scorescope.ui.model;
