/** Random numbers addressed by seed, stream, step and particle, so that results do not depend on threads. */
package scorescope.core.random;
