package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every remedy of core, drawing and window is followed here, word for word, by the command that printed it. A remedy in the
 * sources without a line here fails the test.
 */
final class ProgramRemediesTest {
    /** Remedies followed by other tests: of sessions, of files of arrays and pictures, of the window's fields. */
    private static final Set<String> ELSEWHERE = Set.of(
            // Checks that the session's ranges precede.
            "core.component.weight-not-positive.remedy",
            "core.component.mean-not-finite.remedy",
            "core.discrete-ddpm.too-few-steps.remedy",
            "core.ornstein-uhlenbeck.too-early.remedy",
            "core.noised-mixture.no-density.remedy",
            "core.line-mixture.points-without-width.remedy",
            "core.explicit.no-density.remedy",
            "core.loss-comparison.no-exact-score.remedy",
            // Parameters of samplers and studies, followed by SessionRemediesTest and OptionRangesTest.
            "core.parameter.not-list-numbers.remedy",
            "core.parameter.too-far-out.remedy",
            // Files of weights and trainings: CommandRemediesTest, ResumedParametersTest, WeightsFileTest.
            "core.checkpoint.losses.remedy",
            "core.checkpoint.no-training.remedy",
            "core.checkpoint.other-shape.remedy",
            "core.weights-file.format.remedy",
            "core.weights-file.levels.remedy",
            "core.weights-file.not-finite.remedy",
            "core.weights-file.number-of-layers.remedy",
            "core.weights-file.several-values.remedy",
            "core.weights-file.shape.remedy",
            "core.weights-file.sigma-data.remedy",
            "core.weights-file.width.remedy",
            // Pictures: PictureFileTest; colour maps are files of the program's own; sizes beyond a test's memory.
            "core.grey-picture.one-shade.remedy",
            "figure.color-map.give-header-least-two-rows",
            "figure.color-map.write-three-numbers-0-to",
            "figure.embedded-session.open",
            "figure.pdf-session.save-without-password",
            "study.samplers-side-by-side.choose-other-samplers",
            // Panels of the composer: ComposerModelTest.
            "session.at-most",
            // Animations of too many frames, their folders and motions, and the evolution of a density: tests of
            // their own.
            "film.timing.choose-frames",
            "film.folder.choose-another",
            "film.folder.create",
            "film.export-again",
            "film.motion.use",
            "study.density-evolution.move-start",
            "study.density-evolution.move-view",
            // The window's control "compare", if only one value is valid.
            "study.comparison.change-first",
            // Fields of the window, which refuse a text before it reaches a session (NoiseScaleTest).
            "ui.train.give-least-such-256-256",
            "ui.train.use-smaller-min",
            "ui.sampling-player.choose-another-sampler-leave-out-2",
            "ui.training-files.choose-file-save-weights-scorescope",
            "ui.noise-scale.write-such-0-5",
            "ui.noise-scale.use-0-more",
            "ui.noise-scale.use-from-to");

    static Stream<RemedyCase<String>> cases() {
        return ProgramRemedies.cases();
    }

    @TempDir
    private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(
                folder.resolve("S"),
                "{\"scorescope\": 1, \"sampler\": {\"steps\": 4, \"particles\": 10}, \"view\": {\"layers\": [\"contours\"]},"
                        + " \"training\": {\"steps\": 3, \"batch\": 8, \"samples\": 40, \"hidden\": [4]}}");
        Files.writeString(folder.resolve("p.csv"), "x,y\n0,1\n1,0\n");
        Files.writeString(folder.resolve("p.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Files.writeString(folder.resolve("cut.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"><g>");
    }

    private Spoken run(String command) {
        var words = new ArrayList<Object>();
        for (String word : command.strip().split(" +", -1)) {
            boolean file =
                    word.matches("S|[a-z]+\\.(npz|csv|svg|png|gif|xyz)") && !words.isEmpty() && !word.equals("score");
            if (word.contains("=")) {
                words.add("--set");
            }
            words.add(file && !isValue(words) ? folder.resolve(word) : word.replace("n.npz", folder + "/n.npz"));
        }
        return Spoken.by(words.toArray());
    }

    /** Whether the word before is an option whose value is not a file. */
    private static boolean isValue(List<Object> words) {
        return Set.of("--quantity", "--set", "--width").contains(words.getLast().toString());
    }

    private void prepare(String command) throws IOException {
        if (command.contains("n.npz")) {
            run("train S -o n.npz").done();
        }
        if (command.contains("good.svg")) {
            run("figure S -o good.svg").done();
        }
        if (command.contains("other.npz")) {
            run("sample S -o other.npz").done();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRemedyFollowedWordForWordLeadsOn(RemedyCase<String> tried) throws IOException {
        prepare(tried.bad() + tried.followed());
        var refused = run(tried.bad()).refused();
        assertTrue(refused.err().strip().endsWith("; " + tried.remedy()), refused.err());
        run(tried.followed()).done();
    }

    @Test
    void noRemedyIsLeftOut() {
        var printed = Stream.concat(cases().map(RemedyCase::remedy), SessionRemediesTest.remedies())
                .toList();
        var keys = Stream.of("src/main/java/scorescope/plot", "src/main/java/scorescope/ui")
                .flatMap(room -> RemedySources.in(room).stream())
                .map(RemedySources.Piece::text);
        // RemediesTest follows those of the readers.
        var ofCore = RemedySources.ofCore("core.").stream().filter(key -> !key.startsWith("core.io."));
        var left = Stream.concat(ofCore, keys)
                .filter(key -> !ELSEWHERE.contains(key))
                .filter(key -> printed.stream()
                        .noneMatch(remedy ->
                                RemedySources.pattern(key).matcher(remedy).find()))
                .toList();
        assertEquals("", String.join("\n", left));
    }
}
