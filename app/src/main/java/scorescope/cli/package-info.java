/** Commands of the command line, one file each; they read a session and call the other packages. */
package scorescope.cli;
