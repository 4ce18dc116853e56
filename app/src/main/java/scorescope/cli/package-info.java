/** Commands of the command line, one file each; they read a session and call the rest. */
package scorescope.cli;
