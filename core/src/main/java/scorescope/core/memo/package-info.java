/** Caches: a value is computed once and reused as long as its key is the same. */
package scorescope.core.memo;
