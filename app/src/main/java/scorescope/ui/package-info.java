/** The window: application, menus, shortcuts and themes. */
package scorescope.ui;
