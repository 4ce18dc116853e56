package scorescope;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Commands that run Java in a process of its own, with the options and classes of this one. */
public final class JavaProcess {
    private JavaProcess() {}

    /**
     * The words of a command.
     *
     * @param options further options of Java, which take precedence
     * @param before folders and jars that come before the class path of this process, each followed by a separator
     * @param words the class to run, and its arguments
     */
    public static List<String> command(List<String> options, String before, List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agentlib"))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of("-cp", before + classPath()));
        command.addAll(words);
        return command;
    }

    /** Class path of this test: the loader's URLs if known, else Java's class path. */
    private static String classPath() {
        return JavaProcess.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
