/** Work spread over processor cores without allocation. */
package scorescope.core.parallel;
