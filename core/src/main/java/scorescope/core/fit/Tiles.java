package scorescope.core.fit;

import java.util.BitSet;
import java.util.Optional;
import scorescope.core.density.NoisedMixture;

/** The squares of the plane, of one side, that components reach. */
record Tiles(double x, double y, double side, int columns, BitSet reached) {
    private static final double MOST = 1e8;

    /**
     * @param reach distance along each axis to which a component reaches, in its standard deviations
     * @return empty if the plane would be divided into too many tiles
     */
    static Optional<Tiles> of(NoisedMixture mixture, double reach, double side) {
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < mixture.size(); k++) {
            double reachX = reach * Math.sqrt(mixture.covarianceXX(k));
            double reachY = reach * Math.sqrt(mixture.covarianceYY(k));
            x0 = Math.min(x0, mixture.meanX(k) - reachX);
            x1 = Math.max(x1, mixture.meanX(k) + reachX);
            y0 = Math.min(y0, mixture.meanY(k) - reachY);
            y1 = Math.max(y1, mixture.meanY(k) + reachY);
        }
        double columns = Math.floor((x1 - x0) / side) + 1;
        double rows = Math.floor((y1 - y0) / side) + 1;
        if (!(columns * rows <= MOST)) {
            return Optional.empty();
        }
        var tiles = new Tiles(x0, y0, side, (int) columns, new BitSet());
        for (int k = 0; k < mixture.size(); k++) {
            double reachX = reach * Math.sqrt(mixture.covarianceXX(k));
            double reachY = reach * Math.sqrt(mixture.covarianceYY(k));
            int first = tiles.index(mixture.meanX(k) - reachX - x0);
            int last = tiles.index(mixture.meanX(k) + reachX - x0);
            int top = tiles.index(mixture.meanY(k) + reachY - y0);
            for (int row = tiles.index(mixture.meanY(k) - reachY - y0); row <= top; row++) {
                tiles.reached.set(row * tiles.columns + first, row * tiles.columns + last + 1);
            }
        }
        return Optional.of(tiles);
    }

    private int index(double away) {
        return (int) Math.floor(away / side);
    }

    int count() {
        return reached.cardinality();
    }

    /** The left edge of a tile. */
    double x(int tile) {
        return x + tile % columns * side;
    }

    /** The lower edge of a tile. */
    double y(int tile) {
        return y + Math.floorDiv(tile, columns) * side;
    }
}
