import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ConstantInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Build step, run as a source file: writes the classes of picocli again, so that commands start sooner. {@code Modernize
 * LIB}.
 *
 * <ul>
 *   <li>In the format of this Java. Theirs is that of Java 5, whose classes Java keeps in no ahead-of-time cache.
 *   <li>Without a look for Groovy's closures, which opens every library to find that there are none. Another final
 *       class takes their place, of which no command is an instance.
 * </ul>
 */
final class Modernize {
    private static final String GROOVY = "groovy.lang.Closure";

    public static void main(String[] arguments) throws IOException {
        Path lib = Path.of(arguments[0]);
        Path jar;
        try (var jars = Files.list(lib)) {
            jar = jars.filter(file -> file.getFileName().toString().startsWith("picocli"))
                    .findFirst()
                    .orElseThrow();
        }
        // Not by createTempFile: only the owner may read such a file, and others run the program too.
        Path written = lib.resolve("modern.tmp");
        write(jar, written);
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Path jar, Path written) throws IOException {
        try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                var in = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(written))) {
            // Code is taken apart, and gets the frames that today's format asks for, only with a new pool of constants.
            var format = ClassFile.of(
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)),
                    ClassFile.ConstantPoolSharingOption.NEW_POOL);
            for (var entry : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                var copy = new ZipEntry(entry.getName());
                // The time of the entry, not of the build: the same jar each time.
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                out.write(isClass(entry.getName()) ? modern(format, bytes) : bytes);
            }
        }
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class");
    }

    private static byte[] modern(ClassFile format, byte[] bytes) {
        ClassTransform version = (to, element) -> {
            if (element instanceof ClassFileVersion) {
                to.withVersion(ClassFile.latestMajorVersion(), 0);
            } else {
                to.with(element);
            }
        };
        return format.transformClass(
                format.parse(bytes),
                version.andThen(ClassTransform.transformingMethodBodies(Modernize::withoutGroovy)));
    }

    private static void withoutGroovy(CodeBuilder to, CodeElement element) {
        boolean looksForGroovy = element instanceof ConstantInstruction load
                && load.constantValue().equals(GROOVY);
        if (looksForGroovy) {
            to.loadConstant(Void.class.getName());
        } else {
            to.with(element);
        }
    }
}
