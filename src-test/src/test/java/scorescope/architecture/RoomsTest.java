package scorescope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static scorescope.architecture.ProgramClasses.holds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes and names of packages, files and classes. */
class RoomsTest {
    private static final int LONGEST_FILE = 300;

    @Test
    void noPackageHasMoreThanFortyFiles() {
        var files = new TreeMap<String, Set<String>>();
        ProgramClasses.ALL.forEach(
                one -> one.getSource().flatMap(source -> source.getFileName()).ifPresent(name -> files.computeIfAbsent(
                                one.getPackageName(), _ -> new TreeSet<>())
                        .add(name)));
        files.values().removeIf(names -> names.size() <= 40);
        assertTrue(files.isEmpty(), () -> "a stranger finds his way in small rooms: " + files);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "app", "src-test"})
    void noFileHasMoreThanThreeHundredLines(String module) throws IOException {
        var tooLong = new TreeMap<String, Integer>();
        for (var part : List.of("main", "test")) {
            var sources = Path.of("..", module, "src", part, "java");
            if (!Files.isDirectory(sources)) {
                continue;
            }
            try (var all = Files.walk(sources)) {
                for (var file :
                        all.filter(one -> one.toString().endsWith(".java")).toList()) {
                    int lines = Files.readAllLines(file).size();
                    if (lines > LONGEST_FILE) {
                        tooLong.put(file.getFileName().toString(), lines);
                    }
                }
            }
        }
        assertEquals(new TreeMap<String, Integer>(), tooLong, "split it along a concept");
    }

    @Test
    void namesSayWhatThingsAre() {
        holds(noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name says that nobody found the concept"));
    }

    @Test
    void nothingIsASingleton() {
        holds(noFields()
                .that()
                .arePublic()
                .and()
                .areStatic()
                .should()
                .notBeFinal()
                .because("state that anybody can change belongs to nobody"));
    }

    @Test
    void onlyTheMainClassStandsAtTheTop() {
        holds(classes()
                .that()
                .resideInAPackage("scorescope")
                .should()
                .haveNameMatching("scorescope\\.(Scorescope(\\$.*)?|package-info)")
                .because("everything else belongs to a concept"));
    }

    /** Every package has a description of at least one sentence. */
    @ParameterizedTest
    @ValueSource(strings = {"core", "app"})
    void everyPackageSaysWhatItIsFor(String module) throws IOException {
        var sources = Path.of("..", module, "src", "main", "java");
        try (var all = Files.walk(sources)) {
            var packages = all.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertTrue(packages.size() > 15, packages + " are not the packages of " + module);
            for (var folder : packages) {
                var info = folder.resolve("package-info.java");
                assertTrue(Files.exists(info), info + " is missing: say in one sentence what the package is for");
                var sentence = Files.readString(info).replaceAll("(?s)\\s*\\*/.*", "");
                assertTrue(
                        sentence.startsWith("/**") && sentence.endsWith(".") && sentence.split(" ").length > 4,
                        info + " has no sentence");
            }
        }
    }
}
