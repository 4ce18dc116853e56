/** Texts by key: bundles, templates, and the messages of core. */
package scorescope.core.words;
