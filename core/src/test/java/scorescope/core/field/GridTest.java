package scorescope.core.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class GridTest {
    private static final Grid GRID = new Grid(3, 2, 0, 6, 4, 0);

    @Test
    void centresLieRowByRowFromTheFirstRow() {
        assertArrayEquals(new double[] {1, 3, 5, 1, 3, 5}, GRID.centresX());
        assertArrayEquals(new double[] {3, 3, 3, 1, 1, 1}, GRID.centresY());
    }

    @Test
    void theCellOfACentreHasItsIndex() {
        for (int i = 0; i < GRID.cells(); i++) {
            assertEquals(i, GRID.index(GRID.columnAt(GRID.centresX()[i]), GRID.rowAt(GRID.centresY()[i])));
        }
    }
}
