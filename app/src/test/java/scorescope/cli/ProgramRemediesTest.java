package scorescope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.words.Words;

/**
 * Every remedy that the mathematics, the drawing and the window print is followed here, word for word, by the command that
 * printed it. A remedy without a line here is found in the sources and fails the test.
 */
final class ProgramRemediesTest {
    private static final String POINTS = "density={\"points\":[[0,0],[1,1]]}";

    /** What other tests follow: of sessions, of files of arrays and pictures, of the window's own fields. */
    private static final Set<String> ELSEWHERE = Set.of(
            // Guards that a session's own ranges come before.
            "use a weight above 0",
            "write [x, y]",
            "use 2 or more",
            "use one such as 5",
            "raise sigma, or widen the component",
            "choose the projection, or give a bandwidth",
            "choose ncsn, or a density with an exact score",
            "choose a density with an exact score",
            // Parameters of samplers and studies, followed by SessionRemediesTest and OptionRangesTest.
            "write numbers such as [0, 1]",
            "use numbers from ",
            // Files of weights and trainings: CommandRemediesTest, ResumedParametersTest, WeightsFileTest.
            "name a file that train has written",
            "name this file in place of the session too: it carries the one it was trained with",
            "save the training again",
            "set training.optimizer to \\\"",
            "\\\", or train anew",
            "save the network with this version",
            "hidden and embedding ask for ",
            "use a network whose training did not diverge",
            "use 1 to ",
            " layers",
            "store [min, max] with 0 < min <= max",
            "store one number, 0 or more",
            "store ",
            "store one",
            // Pictures: PictureFileTest; colour maps are files of the program's own; sizes beyond a test's memory.
            "use one with dark shapes on a light ground",
            "figure.color-map.give-header-least-two-rows",
            "figure.color-map.write-three-numbers-0-to",
            "figure.png-export.lower-dpi-width",
            "figure.embedded-session.open",
            "figure.pdf-session.save-without-password",
            "session.named.nearest",
            "study.samplers-side-by-side.choose-other-samplers",
            // Fields of the window: what is typed there is refused before it reaches a session (NoiseScaleTest).
            "ui.train.give-least-such-256-256",
            "ui.train.use-smaller-min",
            "ui.sampling-player.choose-another-sampler-leave-out-2",
            "ui.training-files.choose-file-save-weights-scorescope",
            "ui.noise-scale.write-such-0-5",
            "ui.noise-scale.use-0-more",
            "ui.noise-scale.use-from-to");

    /**
     * A command that is refused, the end of the line that says so, and the command after its remedy. Words are parted by
     * blanks; those with = are settings.
     */
    private record Case(String bad, String remedy, String followed) {
        @Override
        public String toString() {
            return remedy;
        }
    }

    private static Case figure(String bad, String remedy, String followed) {
        return new Case("figure S -o f.svg " + bad, remedy, "figure S -o f.svg " + followed);
    }

    private static Case sample(String bad, String remedy, String followed) {
        return new Case("sample S -o s.npz " + bad, remedy, "sample S -o s.npz " + followed);
    }

    static Stream<Case> cases() {
        return Stream.of(processes(), samplers(), pictures(), studies()).flatMap(all -> all);
    }

    private static Stream<Case> processes() {
        return Stream.of(
                figure(
                        "process={\"kind\":\"variance-exploding\",\"sigmaMin\":5,\"sigmaMax\":1}",
                        "use 0 < sigmaMin < sigmaMax",
                        "process={\"kind\":\"variance-exploding\",\"sigmaMin\":0.5,\"sigmaMax\":1}"),
                figure(
                        "process={\"kind\":\"ddpm\",\"steps\":1}",
                        "use a whole number from 2 to 100000",
                        "process={\"kind\":\"ddpm\",\"steps\":2}"),
                figure(
                        "process={\"kind\":\"ddpm\",\"betaStart\":0.5,\"betaEnd\":0.1}",
                        "use 0 < betaStart <= betaEnd < 1",
                        "process={\"kind\":\"ddpm\",\"betaStart\":0.05,\"betaEnd\":0.1}"),
                figure(
                        "process={\"kind\":\"ddpm\",\"steps\":100000,\"betaEnd\":0.9}",
                        "use fewer steps or smaller betas",
                        "process={\"kind\":\"ddpm\",\"steps\":100,\"betaEnd\":0.9}"),
                figure(
                        "process={\"kind\":\"variance-preserving\",\"betaMin\":5,\"betaMax\":1}",
                        "use 0 < betaMin <= betaMax",
                        "process={\"kind\":\"variance-preserving\",\"betaMin\":0.5,\"betaMax\":1}"),
                new Case(
                        "eval S --points p.csv -o - --quantity log-likelihood noise={\"t\":1}",
                        "use a time from 0.001 to below 1.0",
                        "eval S --points p.csv -o - --quantity log-likelihood noise={\"t\":0.001}"),
                new Case(
                        "train S -o o.npz training.objective=explicit " + POINTS + " training.levels.min=0",
                        "use a number from 1.0E-6 to 1000000.0",
                        "train S -o o.npz training.objective=explicit " + POINTS + " training.levels.min=1.0E-6"));
    }

    private static Stream<Case> samplers() {
        return Stream.of(
                sample(
                        "--trajectories --particles 1000000 sampler.steps=100000",
                        "lower particles or steps, or keep the last positions only",
                        "--trajectories --particles 10 sampler.steps=10"),
                sample(
                        "sampler={\"kind\":\"mala\"} score={\"source\":\"learned\",\"file\":\"n.npz\"}",
                        "train an energy (training.output), choose langevin, or follow the analytic score",
                        "sampler={\"kind\":\"langevin\",\"steps\":3} score={\"source\":\"learned\",\"file\":\"n.npz\"}"),
                sample(
                        "sampler={\"kind\":\"mala\"} score={\"source\":\"learned\",\"file\":\"n.npz\"}",
                        "train an energy (training.output), choose langevin, or follow the analytic score",
                        "sampler={\"kind\":\"mala\",\"steps\":3} score={\"source\":\"analytic\"}"),
                sample(
                        "sampler={\"kind\":\"annealed-langevin\",\"levels\":1}",
                        "use a number from 2 to 1000, or 0 to let it choose",
                        "sampler={\"kind\":\"annealed-langevin\",\"levels\":2}"),
                sample(
                        "process={\"kind\":\"variance-preserving\"} sampler={\"kind\":\"annealed-langevin\"} noise={\"t\":0}",
                        "use a larger noise.t such as 0.001",
                        "process={\"kind\":\"variance-preserving\"} sampler={\"kind\":\"annealed-langevin\"}"
                                + " noise={\"t\":0.001}"),
                sample(
                        "sampler={\"kind\":\"ddpm\"}",
                        "choose the process ddpm, or the sampler ddim with eta 1, which is this step for any process",
                        "sampler={\"kind\":\"ddpm\"} process={\"kind\":\"ddpm\",\"steps\":9}"),
                sample(
                        "sampler={\"kind\":\"ddpm\"}",
                        "choose the process ddpm, or the sampler ddim with eta 1, which is this step for any process",
                        "sampler={\"kind\":\"ddim\",\"eta\":1,\"steps\":9}"),
                sample(
                        "sampler={\"kind\":\"reverse-sde\",\"steps\":9} noise={\"t\":1}",
                        "use a smaller time",
                        "sampler={\"kind\":\"reverse-sde\",\"steps\":9} noise={\"t\":0.5}"),
                sample(
                        "process={\"kind\":\"variance-preserving\"} noise={\"t\":0}"
                                + " sampler={\"kind\":\"ddim\",\"grid\":\"log-snr\",\"steps\":9}",
                        "choose \"karras\" or \"uniform\", or a larger noise.t",
                        "process={\"kind\":\"variance-preserving\"} noise={\"t\":0}"
                                + " sampler={\"kind\":\"ddim\",\"grid\":\"karras\",\"steps\":9}"),
                figure("sampler.step=99", "use a step from 0 to 4", "sampler.step=4"),
                figure(
                        POINTS + " noise={\"sigma\":0}",
                        "raise sigma (or t), or give a bandwidth above 0",
                        "density={\"points\":[[0,0],[1,1]],\"bandwidth\":0.1} noise={\"sigma\":0}"),
                figure(
                        POINTS + " noise={\"sigma\":0}",
                        "raise sigma (or t), or give a bandwidth above 0",
                        POINTS + " noise={\"sigma\":0.1}"));
    }

    private static Case title(String bad, String remedy, String followed) {
        String panel = "figure={\"panels\":[{\"panel\":{\"title\":\"%s\"}}]}";
        return figure(panel.formatted(bad), remedy, panel.formatted(followed));
    }

    private static Stream<Case> pictures() {
        return Stream.of(
                title("$x", "write a second $ after it", "$x$"),
                title("$x}$", "remove the }", "$x$"),
                title("$\\\\sigmma$", "did you mean \\sigma? Or write the character itself", "$\\\\sigma$"),
                title("$x_$", "write what belongs there in braces", "$x_{a}$"),
                title("$x_{a$", "write } after it", "$x_{a}$"),
                figure(
                        "view.shown=learned",
                        "train one and give its file in score.file",
                        "view.shown=learned score={\"source\":\"learned\",\"file\":\"n.npz\"}"),
                figure(
                        "view.colorMap=quite",
                        "did you mean \"quiet\"? Valid: quiet, viridis, magma, inferno, plasma,"
                                + " cividis, twilight, coolwarm",
                        "view.colorMap=quiet"),
                new Case(
                        "figure S -o f.png --dpi 5",
                        "choose between 10 and 2400, such as 300",
                        "figure S -o f.png --dpi 10"),
                figure("--width 3parsec", "write a number and mm, cm, in or pt, such as 85mm", "--width 85mm"),
                figure("--width 0mm", "choose between 1in (25.4mm) and 60in", "--width 1in"),
                new Case("figure S -o f", "end the name in .svg or .pdf or .tex or .png", "figure S -o f.svg"),
                new Case(
                        "figure p.svg -o f.svg",
                        "open a figure that Scorescope exported and no other program stripped",
                        "figure good.svg -o f.svg"),
                new Case("figure cut.svg -o f.svg", "export the figure again", "figure good.svg -o f.svg"),
                new Case(
                        "figure other.npz -o f.svg",
                        "name a file that scorescope train has written",
                        "figure n.npz -o f.svg"));
    }

    private static Stream<Case> studies() {
        return Stream.of(
                figure("view.study=sure noise={\"sigma\":0}", "raise sigma", "view.study=sure noise={\"sigma\":0.1}"),
                figure(
                        "view.study=posterior-average noise={\"sigma\":0}",
                        "raise sigma",
                        "view.study=posterior-average noise={\"sigma\":0.1}"),
                sample(
                        "density={\"components\":[{\"weight\":-1}]}",
                        "use a number from 2.2250738585072014E-308 to 1.0E12",
                        "density={\"components\":[{\"weight\":1}]}"));
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
        for (String word : command.strip().split(" +")) {
            boolean file = word.matches("S|[a-z]+(\\.(npz|csv|svg|png))?") && !words.isEmpty() && !word.equals("score");
            if (word.contains("=")) {
                words.add("--set");
            }
            words.add(file && !isValue(words) ? folder.resolve(word) : word.replace("n.npz", folder + "/n.npz"));
        }
        return Spoken.by(words.toArray());
    }

    /** Whether the word before asks for a value that is no file. */
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
    void aRemedyFollowedWordForWordLeadsOn(Case tried) throws IOException {
        prepare(tried.bad + tried.followed);
        var refused = run(tried.bad).refused();
        assertTrue(refused.err().strip().endsWith("; " + tried.remedy), refused.err());
        run(tried.followed).done();
    }

    @Test
    void noRemedyIsLeftOut() {
        var printed = Stream.concat(cases().map(Case::remedy), SessionRemediesTest.remedies())
                .toList();
        var left = new ArrayList<String>();
        for (String room :
                List.of("../core/src/main/java", "src/main/java/scorescope/plot", "src/main/java/scorescope/ui")) {
            for (var piece : RemedySources.in(room)) {
                var text = pattern(piece.text());
                // RemediesTest follows those of the readers.
                if (!piece.room().contains("core/io")
                        && !ELSEWHERE.contains(piece.text())
                        && printed.stream()
                                .noneMatch(remedy -> text.matcher(remedy).find())) {
                    left.add(piece.toString());
                }
            }
        }
        assertEquals("", String.join("\n", left));
    }

    /** Of a text of a bundle, or of a literal, with anything in its places. */
    private static Pattern pattern(String piece) {
        String text = piece.matches("[a-z-]+(\\.[a-z0-9-]+)+")
                ? Words.bundle(piece.substring(0, piece.indexOf('.'))).getString(piece)
                : piece;
        return Pattern.compile(
                Stream.of(text.replace("\\\"", "\"").replace("\\\\", "\\").split("\\{\\d}", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }
}
