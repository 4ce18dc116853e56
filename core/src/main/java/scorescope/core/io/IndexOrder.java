package scorescope.core.io;

/** Maps the i-th stored value to its index in C order; Fortran order stores the first index fastest. */
record IndexOrder(int[] shape, boolean fortran) {
    static IndexOrder of(NpyHeader header) {
        return new IndexOrder(header.shape(), header.fortran() && header.shape().length > 1);
    }

    int target(int stored) {
        if (!fortran) {
            return stored;
        }
        int rest = stored;
        int target = 0;
        int stride = (int) NpyArray.count(shape);
        for (int extent : shape) {
            stride /= extent;
            target += rest % extent * stride;
            rest /= extent;
        }
        return target;
    }
}
