package scorescope.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Name;
import javax.tools.ToolProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declared names use the terms of the field. Names of test methods are exempt. */
class NamesTest {
    /** Words that a declared name must not contain: participles and metaphors where a term says what the thing is. */
    private static final Set<String> PRIVATE_WORDS = Set.of(
            "asked",
            "begun",
            "closeness",
            "crew",
            "darts",
            "desk",
            "gone",
            "ground",
            "grounds",
            "hand",
            "hands",
            "held",
            "ink",
            "inks",
            "kept",
            "laps",
            "march",
            "marching",
            "meant",
            "orders",
            "owed",
            "reel",
            "rested",
            "resting",
            "shard",
            "shards",
            "sought",
            "tails",
            "taken",
            "takings",
            "told",
            "way",
            "ways",
            "workbench");

    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");
    private static final Pattern TEST = Pattern.compile("@(\\w*Test|FuzzTest|TestFactory)\\b.*", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"core/src/main", "core/src/test", "app/src/main", "app/src/test", "src-test/src/test"})
    void declaredNamesAreTermsOfTheField(String part) throws IOException {
        var found = new TreeSet<String>();
        int[] declared = {0};
        for (var unit : parsed(Path.of("..", part, "java"))) {
            var file = Path.of(unit.getSourceFile().getName()).getFileName();
            new TreeScanner<Void, Void>() {
                private void check(Name name) {
                    declared[0]++;
                    WORD.matcher(name)
                            .results()
                            .map(word -> word.group().toLowerCase(Locale.ROOT))
                            .filter(PRIVATE_WORDS::contains)
                            .forEach(_ -> found.add(file + ": " + name));
                }

                @Override
                public Void visitClass(ClassTree tree, Void unused) {
                    check(tree.getSimpleName());
                    return super.visitClass(tree, null);
                }

                @Override
                public Void visitMethod(MethodTree tree, Void unused) {
                    if (tree.getModifiers().getAnnotations().stream()
                            .noneMatch(one -> TEST.matcher(one.toString()).matches())) {
                        check(tree.getName());
                    }
                    return super.visitMethod(tree, null);
                }

                @Override
                public Void visitVariable(VariableTree tree, Void unused) {
                    check(tree.getName());
                    return super.visitVariable(tree, null);
                }
            }.scan(unit, null);
        }
        assertTrue(declared[0] > 1000, "only " + declared[0] + " names in " + part);
        assertEquals(Set.of(), found, "a stranger looks for the term of numerical analysis");
    }

    private static Iterable<? extends CompilationUnitTree> parsed(Path folder) throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.walk(folder)) {
            all.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var sources = compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files);
        var task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
        return task.parse();
    }
}
