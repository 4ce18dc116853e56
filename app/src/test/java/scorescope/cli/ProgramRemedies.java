package scorescope.cli;

import java.util.stream.Stream;

/**
 * Refused commands, their remedies, and the commands that follow these. Words are separated by blanks; those with = are
 * settings.
 */
final class ProgramRemedies {
    private static final String POINTS = "density={\"points\":[[0,0],[1,1]]}";

    private ProgramRemedies() {}

    private static RemedyCase<String> figure(String bad, String remedy, String followed) {
        return new RemedyCase<>("figure S -o f.svg " + bad, remedy, "figure S -o f.svg " + followed);
    }

    private static RemedyCase<String> eval(String bad, String remedy, String followed) {
        String command = "eval S --points p.csv -o - --quantity score ";
        return new RemedyCase<>(command + bad, remedy, command + followed);
    }

    private static RemedyCase<String> sample(String bad, String remedy, String followed) {
        return new RemedyCase<>("sample S -o s.npz " + bad, remedy, "sample S -o s.npz " + followed);
    }

    static Stream<RemedyCase<String>> cases() {
        return Stream.of(processes(), schedules(), samplers(), pictures(), studies(), animations(), files(), labels())
                .flatMap(all -> all);
    }

    private static RemedyCase<String> formula(String bad, String remedy, String followed) {
        String process = "process={\"kind\":\"formula\",\"formula\":\"%s\"}";
        return figure(process.formatted(bad), remedy, process.formatted(followed));
    }

    private static RemedyCase<String> curve(String bad, String remedy, String followed) {
        String process = "process={\"kind\":\"drawn\",\"curve\":%s}";
        return figure(process.formatted(bad), remedy, process.formatted(followed));
    }

    private static RemedyCase<String> wells(String bad, String remedy, String followed) {
        String view = "view.study=well-depths ";
        return figure(view + bad, remedy, view + followed);
    }

    private static Stream<RemedyCase<String>> schedules() {
        String falling = "place each point to the right of the one before it and below it, by at least 0.001";
        return Stream.of(
                formula("", "write one such as 10 - 20*t", "10-20*t"),
                formula("10-", "write a number, t or a function there", "10-t"),
                formula("10-exp", "write exp(t)", "10-exp(t)"),
                formula("1.2.3-t", "write a number such as 0.5", "0.5-t"),
                formula("(1-t", "write ) there", "(1-t)"),
                formula("1" + "-t".repeat(100), "use at most 200", "1" + "-t".repeat(20)),
                formula("1-2t", "write + - * / or ^ between numbers, and a product as 20*t", "1-2*t"),
                formula("1-lgo(t+1)", "use exp, log, sqrt, sin, cos, tan, tanh, t, pi", "1-log(t+1)"),
                formula("1+t", "use one that falls from t = 0 to t = 1, such as 10 - 20*t", "1-t"),
                formula(
                        "-log(t)",
                        "use one that is finite from t = 0 to t = 1, with log(t + 0.001) in place of log(t)",
                        "-log(t+0.001)"),
                formula("50-60*t", "use values from -40.0 to 40.0", "40-60*t"),
                curve("[[0,5],[0.9,1]]", "begin at t = 0 and end at t = 1", "[[0,5],[1,1]]"),
                curve("[[0,5]]", "give at least two points [t, value], and at most 24", "[[0,5],[1,1]]"),
                curve("[[0,5],[1,6]]", falling, "[[0,5],[1,4]]"),
                wells("density.preset=single-gaussian", "take one with two or more", "density.preset=grid-25"),
                figure(
                        "view.study=crossings density.preset=single-gaussian",
                        "choose a density with two or more modes",
                        "view.study=crossings density.preset=three-gaussians"),
                wells(
                        "view.studies.well-depths.well=4",
                        "use a number from 1 to 3",
                        "view.studies.well-depths.well=3"));
    }

    private static Stream<RemedyCase<String>> processes() {
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
                new RemedyCase<>(
                        "eval S --points p.csv -o - --quantity log-likelihood noise={\"t\":1}",
                        "use a time from 0.001 to below 1.0",
                        "eval S --points p.csv -o - --quantity log-likelihood noise={\"t\":0.001}"),
                new RemedyCase<>(
                        "eval S --points p.csv -o - --quantity log-likelihood noise={\"t\":0.5} " + farEnd(1000),
                        "use a smaller betaMax or tMax",
                        "eval S --points p.csv -o - --quantity log-likelihood noise={\"t\":0.5} " + farEnd(600)),
                sample(
                        "sampler={\"kind\":\"edm\"} noise={\"t\":0.5} " + farEnd(1000),
                        "use a smaller betaMax or tMax",
                        "sampler={\"kind\":\"edm\"} noise={\"t\":0.5} " + farEnd(100)),
                new RemedyCase<>(
                        "train S -o o.npz training.objective=explicit " + POINTS + " training.levels.min=0",
                        "use a number from 1.0E-6 to 1000000.0",
                        "train S -o o.npz training.objective=explicit " + POINTS + " training.levels.min=1.0E-6"));
    }

    private static String farEnd(int betaMax) {
        return "process={\"kind\":\"variance-preserving\",\"betaMax\":" + betaMax + "}";
    }

    private static Stream<RemedyCase<String>> samplers() {
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
                eval(
                        POINTS + " noise={\"sigma\":0}",
                        "raise sigma (or t), or give a bandwidth above 0",
                        "density={\"points\":[[0,0],[1,1]],\"bandwidth\":0.1} noise={\"sigma\":0}"),
                eval(
                        POINTS + " noise={\"sigma\":0}",
                        "raise sigma (or t), or give a bandwidth above 0",
                        POINTS + " noise={\"sigma\":0.1}"));
    }

    private static RemedyCase<String> title(String bad, String remedy, String followed) {
        String panel = "figure={\"panels\":[{\"panel\":{\"title\":\"%s\"}}]}";
        return figure(panel.formatted(bad), remedy, panel.formatted(followed));
    }

    private static Stream<RemedyCase<String>> pictures() {
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
                new RemedyCase<>(
                        "figure S -o f.png --dpi 5",
                        "choose between 10 and 2400, such as 300",
                        "figure S -o f.png --dpi 10"),
                figure("--width 3parsec", "write a number and mm, cm, in or pt, such as 85mm", "--width 85mm"),
                figure("--width 0mm", "choose between 1in (25.4mm) and 60in", "--width 1in"),
                figure(
                        "view.study=fokker-planck figure.height=26mm",
                        "choose at least 78.7mm, another width or smaller type, or no height",
                        "view.study=fokker-planck figure.height=78.7mm"),
                figure("--data d.txt", "end the name with .npz or .csv", "--data d.csv"),
                new RemedyCase<>("figure S -o f", "end the name in .svg or .pdf or .tex or .png", "figure S -o f.svg"),
                new RemedyCase<>(
                        "figure p.svg -o f.svg",
                        "open a figure that Scorescope exported and no other program stripped",
                        "figure good.svg -o f.svg"),
                new RemedyCase<>("figure cut.svg -o f.svg", "export the figure again", "figure good.svg -o f.svg"),
                new RemedyCase<>(
                        "figure other.npz -o f.svg",
                        "name a file that scorescope train has written",
                        "figure n.npz -o f.svg"));
    }

    private static Stream<RemedyCase<String>> studies() {
        return Stream.of(
                figure("view.study=sure noise={\"sigma\":0}", "raise sigma", "view.study=sure noise={\"sigma\":0.1}"),
                figure(
                        "view.study=wrong-on-purpose noise={\"sigma\":0}",
                        "raise the noise level",
                        "view.study=wrong-on-purpose noise={\"sigma\":0.1}"),
                figure(
                        "view.study=posterior-average noise={\"sigma\":0}",
                        "raise sigma",
                        "view.study=posterior-average noise={\"sigma\":0.1}"),
                sample(
                        "density={\"components\":[{\"weight\":-1}]}",
                        "use a number from 2.2250738585072014E-308 to 1.0E12",
                        "density={\"components\":[{\"weight\":1}]}"));
    }

    private static RemedyCase<String> animation(String bad, String remedy, String followed) {
        String command = "animate S --seconds 0.1 -o ";
        return new RemedyCase<>(command + bad, remedy, command + followed);
    }

    private static Stream<RemedyCase<String>> animations() {
        return Stream.of(
                animation(
                        "a.xyz --size 64x64",
                        "did you mean \"gif\"? End the name in .gif, .png, .mp4, or name a folder",
                        "a.gif --size 64x64"),
                animation(
                        "a.gif --size 64x64 --fps 90",
                        "choose 50 at most, or save as .png or .mp4",
                        "a.png --size 64x64 --fps 90"),
                animation(
                        "a.gif --size 64x64 --fps 90",
                        "choose 50 at most, or save as .png or .mp4",
                        "a.gif --size 64x64 --fps 50"),
                animation("a.gif --size 64", "write columns and rows, such as 600x600", "a.gif --size 600x600"),
                animation(
                        "a.gif --size 10x10",
                        "choose 64 to 4096 pixels each way, and at most 8 million in all",
                        "a.gif --size 64x64"),
                animation("a.png --dpi 1", "choose between 10 and 2400, such as 180", "a.png --dpi 180"));
    }

    private static Stream<RemedyCase<String>> files() {
        return Stream.of(
                new RemedyCase<>(
                        "describe six-panel",
                        "check the name, or did you mean the recipe \"six-panels\"? See scorescope recipes",
                        "describe six-panels"),
                new RemedyCase<>(
                        "figure S -o f.png --dpi 2400 --width 900mm",
                        "lower the dpi or the width",
                        "figure S -o f.png --dpi 24 --width 900mm"),
                new RemedyCase<>(
                        "train S -o other.npz --resume p.csv",
                        "name a file that scorescope train has written",
                        "train S -o other.npz --resume n.npz"),
                new RemedyCase<>(
                        "train S -o other.npz --resume n.npz training.hidden=[5]",
                        "name this file in place of the session too: it carries the one it was trained with",
                        "train n.npz -o other.npz --resume n.npz"),
                new RemedyCase<>(
                        "train S -o other.npz --resume n.npz training.optimizer=adamw",
                        "set training.optimizer to \"adam\", or train anew",
                        "train S -o other.npz --resume n.npz training.optimizer=adam"));
    }

    private static Stream<RemedyCase<String>> labels() {
        String guided = "eval S --points p.csv -o - --quantity guided-score guidance={\"label\":\"b\",\"weight\":2}";
        return Stream.of(
                new RemedyCase<>(guided, "give components of the density a \"label\"", guided + " " + labelled("b")),
                new RemedyCase<>(
                        guided + " " + labelled("a"),
                        "did you mean \"a\"? There are: a",
                        guided.replace("\"b\"", "\"a\"") + " " + labelled("a")));
    }

    private static String labelled(String label) {
        return "density={\"components\":[{\"weight\":1,\"mean\":[0,0],\"covariance\":[[1,0],[0,1]],\"label\":\"" + label
                + "\"}]}";
    }
}
