package scorescope.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.BadInputException;

class InputFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e.png",
                "E.PNG",
                "e.jpg",
                "e.webp",
                "e.svg",
                "e.pdf",
                "e.gif",
                "e.tex",
                "e.npy",
                "e.npz",
                "e.tar.gz",
                "e.v2.Npz"
            })
    void anEmptyFileThatAProgramWroteIsToBeCopiedAgain(String name) throws IOException {
        var file = Files.createFile(folder.resolve(name));
        var refused = assertThrows(BadInputException.class, () -> InputFile.bytes(file));
        assertEquals(file + ": is empty; copy or save the file again", refused.getMessage());
    }

    /** The reader of such text says how to begin it. */
    @ParameterizedTest
    @ValueSource(strings = {"e.csv", "e.TSV", "e.txt", "e.dat", "e.json", "e.scorescope.json", "e", "x.y/e"})
    void anEmptyTextIsLeftToItsReader(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        assertArrayEquals(new byte[0], InputFile.bytes(Files.createFile(file)));
    }

    @Test
    void aLinkThatLeadsToNoFileIsCalledThat() throws IOException {
        for (String target : new String[] {"nowhere", "none/a.csv", "link.csv"}) {
            var link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of(target));
            var refused = assertThrows(BadInputException.class, () -> InputFile.bytes(link));
            assertEquals("remove the link and save the file there", refused.remedy());
            Files.delete(link);
        }
        var missing = assertThrows(BadInputException.class, () -> InputFile.bytes(folder.resolve("link.csv")));
        assertEquals("check the name and the folder", missing.remedy());
    }
}
