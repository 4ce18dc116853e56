/** NumPy programs that compute a session's results. */
package scorescope.session.code;
