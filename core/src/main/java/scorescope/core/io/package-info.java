/** Files of numbers: NumPy's NPY and NPZ, and CSV. Every file is written whole or not at all. */
package scorescope.core.io;
