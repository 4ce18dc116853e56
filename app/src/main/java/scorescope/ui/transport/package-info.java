/** The rows that play, pause and step a sampler's run or a study. */
package scorescope.ui.transport;
