/** Texts by key, in bundles: how they are found and filled in, and those that core itself says. */
package scorescope.core.words;
