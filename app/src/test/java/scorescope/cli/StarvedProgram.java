package scorescope.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A command in a process that has used up its open files, and again after it has closed them. */
final class StarvedProgram {
    private StarvedProgram() {}

    public static void main(String[] words) throws IOException {
        // Classes in folders cannot be loaded later: each needs an open file.
        Cli.run(words, System.out, System.err);
        Cli.run(new String[] {"measure", "/proc/self/mem", "none"}, System.out, System.err);
        var opened = new ArrayList<FileInputStream>();
        boolean more = true;
        while (more) {
            more = open(opened);
        }
        int starved = Cli.run(words, System.out, System.err);
        for (var file : opened) {
            file.close();
        }
        System.err.println(starved + " " + Cli.run(words, System.out, System.err));
    }

    private static boolean open(List<FileInputStream> opened) {
        try {
            opened.add(new FileInputStream("/dev/null"));
            return true;
        } catch (IOException tooMany) {
            return false;
        }
    }
}
