package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs alone, since it changes the system property of the temporary folder. */
@Isolated
class TemporaryFolderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "figure SESSION -o FOLDER/a.png",
                "figure SESSION -o FOLDER/a.svg",
                "snapshot SESSION --size 400x400 -o FOLDER/a.png"
            })
    void aMissingFolderForTemporaryFilesIsCalledThat(String command) throws IOException {
        var session = Files.writeString(folder.resolve("min.json"), "{\"scorescope\": 1}");
        Object[] words = Arrays.stream(command.split(" ", -1))
                .map(word -> word.replace("SESSION", session.toString()).replace("FOLDER", folder.toString()))
                .toArray();
        String before = System.getProperty("java.io.tmpdir");
        var full = Files.writeString(folder.resolve("a file"), "");
        try {
            for (String missing : List.of(folder.resolve("missing").toString(), full.toString(), "/proc")) {
                System.setProperty("java.io.tmpdir", missing);
                Spoken.by(words)
                        .failed("the folder for temporary files " + missing + ": cannot be written; make room in it");
            }
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
        assertFalse(Files.exists(folder.resolve("a.png")) || Files.exists(folder.resolve("a.svg")));
    }
}
