/** Values that define what is studied: the session, its sections and its history. */
package scorescope.session;
