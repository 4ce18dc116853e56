package scorescope.core.field;

import scorescope.core.density.NoisedMixture;

/** The smallest rectangle [x0, x1] × [y0, y1] that contains the means of all components. Its sides may be 0. */
record MeanBox(double x0, double x1, double y0, double y1) {
    static MeanBox of(NoisedMixture mixture) {
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.size(); k++) {
            x0 = Math.min(x0, mixture.meanX(k));
            x1 = Math.max(x1, mixture.meanX(k));
            y0 = Math.min(y0, mixture.meanY(k));
            y1 = Math.max(y1, mixture.meanY(k));
        }
        return new MeanBox(x0, x1, y0, y1);
    }

    double width() {
        return x1 - x0;
    }

    double height() {
        return y1 - y0;
    }

    double middleX() {
        return 0.5 * (x0 + x1);
    }

    double middleY() {
        return 0.5 * (y0 + y1);
    }
}
