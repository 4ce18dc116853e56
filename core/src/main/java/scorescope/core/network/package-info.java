/** Multilayer perceptrons in float: architecture, forward pass, derivatives and backpropagation. */
package scorescope.core.network;
