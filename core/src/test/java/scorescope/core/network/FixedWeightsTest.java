package scorescope.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.tensor.PanelLayer;

class FixedWeightsTest {
    private static final int ROOM = 300;
    private static final float CONDITION = -0.7f;

    static List<Architecture> networks() {
        var networks = new ArrayList<Architecture>();
        for (var activation : Activation.values()) {
            networks.add(Architecture.plane(List.of(17, 12, 31), activation, 5));
        }
        networks.add(Architecture.plane(List.of(3), Activation.SILU, 9));
        networks.add(Architecture.plane(List.of(64, 64), Activation.SILU, 32).with(NoiseEmbedding.FOURIER));
        return networks;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void valuesAreThoseOfTheEquations(Architecture architecture) {
        var weights = rough(architecture);
        var plain = new PlainNetwork(architecture);
        double[] exact = new double[weights.values().length];
        Arrays.setAll(exact, i -> weights.values()[i]);
        for (int n : new int[] {1, 31, 32, 129, ROOM}) {
            var space = filled(architecture, n);
            new Mlp(architecture).values(new FixedWeights(weights), space, n);
            for (int j = 0; j < n; j++) {
                var point = space.points();
                var expected = plain.at(exact, CONDITION, HyperDual.of(point[2 * j]), HyperDual.of(point[2 * j + 1]));
                assertEquals(expected[0].f(), space.output()[2 * j], 2e-5);
                assertEquals(expected[1].f(), space.output()[2 * j + 1], 2e-5);
            }
        }
    }

    @Test
    void samplesOfManyLevelsAreNotTakenForOne() {
        var architecture = networks().getFirst();
        var weights = rough(architecture);
        var space = filled(architecture, ROOM);
        var other = filled(architecture, ROOM);
        space.condition()[ROOM - 1] = 1;
        other.condition()[ROOM - 1] = 1;
        new Mlp(architecture).values(new FixedWeights(weights), space, ROOM);
        new Mlp(architecture).forward(weights, other, ROOM);
        assertArrayEquals(other.output(), space.output(), 1e-5f);
    }

    @Test
    void noSampleIsChangedByItsCompany() {
        assumeTrue(PanelLayer.available());
        var architecture = networks().getFirst();
        var fixed = new FixedWeights(rough(architecture));
        var network = new Mlp(architecture);
        var all = filled(architecture, ROOM);
        all.points()[2 * 40] = Float.NaN;
        network.values(fixed, all, ROOM);
        assertEquals(Float.NaN, all.output()[2 * 40]);
        for (int j : new int[] {0, 31, 39, 41, 128, ROOM - 1}) {
            var alone = Workspace.forValues(architecture, 1);
            alone.condition()[0] = CONDITION;
            System.arraycopy(all.points(), 2 * j, alone.points(), 0, 2);
            network.values(fixed, alone, 1);
            assertArrayEquals(Arrays.copyOfRange(all.output(), 2 * j, 2 * j + 2), Arrays.copyOf(alone.output(), 2));
        }
    }

    private static WeightArray rough(Architecture architecture) {
        var random = new SplittableRandom(3);
        var weights = new WeightArray(architecture);
        for (int i = 0; i < weights.values().length; i++) {
            weights.values()[i] = (float) random.nextDouble(-0.6, 0.6);
        }
        return weights;
    }

    private static Workspace filled(Architecture architecture, int n) {
        var random = new SplittableRandom(4);
        var space = Workspace.forValues(architecture, ROOM);
        Arrays.fill(space.condition(), CONDITION);
        for (int i = 0; i < 2 * n; i++) {
            space.points()[i] = (float) random.nextDouble(-3, 3);
        }
        return space;
    }
}
