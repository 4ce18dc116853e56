package scorescope.core.score;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.core.density.GaussianMixture;
import scorescope.core.noise.NoiseLevel;

class CombinedScoreTest {
    private static final NoiseLevel LEVEL = NoiseLevel.plain(0.5);
    private static final MixtureScore A =
            score(Component.isotropic(0.3, -2, 0, 0.6), Component.isotropic(0.7, 2, 1, 0.4));
    private static final MixtureScore B = score(Component.isotropic(1, 0.5, -1, 0.8));
    private static final double[] X = {9, -1.5, 0.25, 2.5, 9};
    private static final double[] Y = {9, 0.5, -2, 1, 9};

    private static MixtureScore score(Component... components) {
        return new MixtureScore(new GaussianMixture(List.of(components)));
    }

    @Test
    void scoresAreTheLinearCombinationInsideTheRangeAlone() {
        var ofA = scores(A);
        var ofB = scores(B);
        var combined = scores(new CombinedScore(A, B, -0.5, 2));
        for (int k = 0; k < 2; k++) {
            for (int i = 1; i < 4; i++) {
                assertEquals(-0.5 * ofA[k][i] + 2 * ofB[k][i], combined[k][i], 1e-14);
            }
            assertEquals(0, combined[k][0]);
            assertEquals(0, combined[k][4]);
        }
    }

    @Test
    void theJacobianIsThatOfTheScore() {
        var combined = new CombinedScore(A, B, -0.5, 2);
        var exact = jacobian(combined);
        var differences = jacobian(new CentralDifferences(combined, 1e-5));
        for (int k = 0; k < 4; k++) {
            assertArrayEquals(differences[k], exact[k], 1e-7);
        }
    }

    @Test
    void aFieldOfWeightZeroIsNotAskedWhereItIsInfinite() {
        ScoreField infinite = (_, _, from, to, _, outX, outY) -> {
            Arrays.fill(outX, from, to, Double.POSITIVE_INFINITY);
            Arrays.fill(outY, from, to, Double.POSITIVE_INFINITY);
        };
        assertArrayEquals(scores(A), scores(CombinedScore.guided(A, infinite, 0)));
        assertArrayEquals(scores(A), scores(CombinedScore.guided(infinite, A, 1)));
    }

    @Test
    void itCostsBothFields() {
        assertEquals(A.cost().plus(B.cost()), CombinedScore.difference(A, B).cost());
    }

    private static double[][] scores(ScoreField field) {
        var out = new double[2][X.length];
        field.score(X, Y, 1, 4, LEVEL, out[0], out[1]);
        return out;
    }

    private static double[][] jacobian(JacobianField field) {
        var out = new double[4][X.length];
        field.jacobian(X, Y, 1, 4, LEVEL, out[0], out[1], out[2], out[3]);
        return out;
    }
}
