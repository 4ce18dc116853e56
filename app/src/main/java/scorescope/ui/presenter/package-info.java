/** Presenter mode: stage and noise bar in full screen, with chalk, spotlight and a sweep of the noise level. */
package scorescope.ui.presenter;
