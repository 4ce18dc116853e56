/** The stage: what is drawn, and what the pointer does on it. */
package scorescope.ui.stage;
