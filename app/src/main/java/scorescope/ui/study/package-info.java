/** Studies in the window: the page of all studies, and the view of one. */
package scorescope.ui.study;
