/** Programs in other languages that compute a session's numbers. */
package scorescope.session.code;
