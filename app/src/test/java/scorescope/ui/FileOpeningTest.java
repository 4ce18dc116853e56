package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.io.Npy;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.plot.export.EmbeddedSession;
import scorescope.session.NoiseSpec;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.SessionJson;
import scorescope.ui.model.Message;
import scorescope.ui.stage.OnToolkit;

/** The window opens files that the program writes, whatever their names. */
@OnToolkit
class FileOpeningTest {
    private static final double[] X = {1, -2, 0.5};
    private static final double[] Y = {0, 1, -1};

    @TempDir
    private Path folder;

    private void opens(Path file) throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), 1000, 700, opened -> {
            var model = opened.context().model();
            opened.window().opening().open(file);
            assertEquals(
                    Optional.of(Message.Tone.NOTE),
                    model.messageProperty().get().map(Message::tone),
                    () -> model.messageProperty().get().toString());
            var components = model.mixture().components();
            assertEquals(X.length, components.size());
            for (int i = 0; i < X.length; i++) {
                assertEquals(X[i], components.get(i).meanX());
                assertEquals(Y[i], components.get(i).meanY());
            }
        });
    }

    /** A file of {@code sample}, under its own and under another extension. */
    @ParameterizedTest
    @ValueSource(strings = {"samples.npz", "samples.bin", "samples.txt"})
    void samplesOfOurOwnAreOpened(String name) throws Exception {
        var npz = new Npz(Map.of("samples", NpyArray.points(X, Y)));
        opens(Files.write(folder.resolve(name), npz.bytes()));
    }

    @Test
    void oneArrayIsOpened() throws Exception {
        var bytes = new ByteArrayOutputStream();
        Npy.write(bytes, NpyArray.points(X, Y));
        opens(Files.write(folder.resolve("points.npy"), bytes.toByteArray()));
    }

    /** Tables without header, with capitals, other orders, further columns, or from a spreadsheet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,0\n-2,1\n0.5,-1\n",
                "x,y\n1,0\n-2,1\n0.5,-1\n",
                "Y,X\n0,1\n1,-2\n-1,0.5\n",
                "id,x,weight,y\n7,1,3,0\n8,-2,3,1\n9,0.5,3,-1\n",
                "x;y\n1;0\n-2;1\n0,5;-1\n"
            })
    void tablesAreOpenedWhateverTheirHeadings(String table) throws Exception {
        opens(Files.writeString(folder.resolve("table.csv"), table));
    }

    @Test
    void aTableWithoutCoordinatesSaysSoAndChangesNothing() throws Exception {
        var file = Files.writeString(folder.resolve("table.csv"), "name,height,weight\na,1,2\n");
        LaidOutWindow.on(SessionDefaults.opening(), 1000, 700, opened -> {
            var model = opened.context().model();
            opened.window().opening().open(file);
            var message = model.messageProperty().get().orElseThrow();
            assertEquals(Message.Tone.PROBLEM, message.tone());
            assertTrue(message.text().contains("table.csv") && message.text().contains("height"), message::text);
            assertEquals(SessionDefaults.opening(), model.session());
        });
    }

    @Test
    void sessionsAndLinksAreOpened() throws Exception {
        var other = SessionDefaults.opening().withNoise(new NoiseSpec.Sigma(2));
        var file = folder.resolve("session.txt");
        SessionJson.write(other, file);
        for (var named : List.of(file.toString(), EmbeddedSession.link(other))) {
            LaidOutWindow.on(SessionDefaults.opening(), 1000, 700, opened -> {
                assertNotEquals(other, opened.context().model().session());
                opened.window().opening().open(named);
                assertEquals(other, opened.context().model().session());
            });
        }
    }
}
