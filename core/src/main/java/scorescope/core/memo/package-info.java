/** Values computed once and kept for as long as their stated key stays the same. */
package scorescope.core.memo;
