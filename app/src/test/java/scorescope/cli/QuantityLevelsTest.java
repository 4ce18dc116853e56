package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.io.Csv;
import scorescope.core.noise.VarianceExploding;
import scorescope.words.Words;

/**
 * Quantities of {@code eval} that belong to two noise levels: table, note and help say so. A quantity belongs to the session's
 * level if it changes with it, which is measured here.
 */
class QuantityLevelsTest {
    private static final VarianceExploding PROCESS = new VarianceExploding(0.02, 10);
    private static final String START = Csv.number(PROCESS.at(PROCESS.tMin()).sigma());

    /** Measured once for each quantity. */
    private static final Map<String, Boolean> KNOWN = new HashMap<>();

    @TempDir
    Path folder;

    private Path points;

    @BeforeEach
    void writePoints() throws IOException {
        points = Files.writeString(folder.resolve("p.csv"), "x,y\n0.5,-0.25\n1.5,2\n");
    }

    static Stream<String> quantities() {
        return Quantity.ids().stream();
    }

    private Spoken eval(String noise, String quantities) throws IOException {
        var session = Files.writeString(
                folder.resolve("s.json"),
                "{\"scorescope\": 1, \"process\": {\"kind\": \"variance-exploding\", \"sigmaMin\": 0.02},"
                        + " \"density\": {\"components\": [{\"mean\": [1, 0], \"label\": \"a\"}, {\"mean\": [-2, 1]}]},"
                        + " \"guidance\": {\"label\": \"a\", \"weight\": 2},"
                        + " \"measurement\": {\"matrix\": [[1, 0]], \"value\": [0.5]},"
                        + " \"noise\": {" + noise + "}}");
        return Spoken.by("eval", session, "--points", points, "-o", "-", "--quantity", quantities)
                .done();
    }

    private boolean belongsToTheSessionsNoise(String quantity) throws IOException {
        if (!KNOWN.containsKey(quantity)) {
            KNOWN.put(quantity, changesWithTheSessionsNoise(quantity));
        }
        return KNOWN.get(quantity);
    }

    private boolean changesWithTheSessionsNoise(String quantity) throws IOException {
        return !eval("\"sigma\": 0.5", quantity)
                .out()
                .equals(eval("\"sigma\": 0.7", quantity).out());
    }

    @ParameterizedTest
    @MethodSource("quantities")
    void twoLevelsSideBySideAreSaid(String quantity) throws IOException {
        boolean here = belongsToTheSessionsNoise(quantity);
        for (String other : Quantity.ids()) {
            if (other.compareTo(quantity) > 0) {
                var said = eval("\"sigma\": 0.5", quantity + "," + other);
                boolean two = here != belongsToTheSessionsNoise(other);
                var lines = said.out().lines().toList();
                assertEquals(two, lines.getFirst().endsWith(",flow_alpha,flow_sigma"), lines.getFirst());
                assertEquals(two, said.err().contains("noise level"), said.err());
                if (two) {
                    lines.stream().skip(1).forEach(line -> assertTrue(line.endsWith(",1," + START), line));
                    assertTrue(said.err().contains("0.5") && said.err().contains(START), said.err());
                }
            }
        }
    }

    /** With a time in the session all quantities belong to one level. */
    @Test
    void underATimeAllQuantitiesBelongToOneLevel() throws IOException {
        var said = eval("\"t\": 0.4", String.join(",", Quantity.ids()));
        assertTrue(!said.out().contains("flow_") && !said.err().contains("noise level"), said.out() + said.err());
    }

    /** The help lists the quantities of the flow by name; "all others" are not among them. */
    @Test
    void theHelpSaysWhichQuantitiesBelongToAnotherLevel() throws IOException {
        Set<String> along = new TreeSet<>();
        for (String quantity : Quantity.ids()) {
            if (!belongsToTheSessionsNoise(quantity)) {
                along.add(quantity);
            }
        }
        String said = Words.text("cli.eval.quantity");
        String listed = said.substring(said.indexOf("%n") + 2, said.indexOf(" follow "));
        assertEquals(along, new TreeSet<>(List.of(listed.split(", | and ", -1))));
        var columns = new ArrayList<String>();
        Arrays.stream(Quantity.values()).forEach(quantity -> columns.addAll(quantity.columns()));
        assertEquals(columns.size(), Set.copyOf(columns).size(), "columns of one name");
    }
}
