package scorescope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scorescope.core.FailedWork;
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.Spread;
import scorescope.core.sampling.history.Trajectory;
import scorescope.plot.picture.SamplerWork;
import scorescope.session.SamplerSpec;
import scorescope.session.SessionParameters;
import scorescope.session.source.Resolved;
import scorescope.words.Words;

@Command(name = "sample")
final class SampleCommand implements Callable<Integer> {
    @Mixin
    private SessionOptions session;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "F.npz",
            descriptionKey = "cli.sample.output")
    private Path output;

    @Option(names = "--particles", paramLabel = "N", descriptionKey = "cli.sample.particles")
    private Optional<Long> particles = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "cli.sample.seed")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--trajectories", descriptionKey = "cli.sample.trajectories")
    private boolean trajectories;

    @Option(names = "--json", descriptionKey = "cli.sample.json")
    private boolean json;

    private final Console console;

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Outputs.requireNpz(output);
        var inputSession = session.read();
        var standard = inputSession.sampler();
        var spec = new SamplerSpec(
                standard.method(),
                Math.toIntExact(SessionParameters.PARTICLES.parse(
                        particles.orElse((long) standard.particles()), "--particles")),
                seed.orElse(standard.seed()),
                standard.start());
        var resolved = Resolved.of(inputSession.withSampler(spec));
        var score = resolved.score();
        var sampler = resolved.sampler(score);
        var caution = resolved.caution(score);
        // Not written to standard error: if the work fails, one line there gives the reason.
        caution.filter(why -> !json)
                .ifPresent(why -> console.out().println(Words.text("cli.sample.note-outside-stability", why)));
        var arrays = run(resolved, sampler, caution);
        new Npz(arrays).write(output);
        caution.ifPresent(why -> console.err().println(Words.text("cli.sample.note-these-samples-come-from")));
        return Cli.DONE;
    }

    /**
     * @throws FailedWork if the particles ended far from the density
     */
    private Map<String, NpyArray> run(Resolved resolved, Sampler sampler, Optional<String> caution) {
        var spec = resolved.session().sampler();
        var density = resolved.exact().mixture().noised(resolved.level()).moments();
        var path = trajectories ? Optional.of(new Trajectory(sampler, spec.particles())) : Optional.<Trajectory>empty();
        var beginning = new double[1];
        var statistics = new RunStatistics(sampler, spec.particles());
        var end = SamplerWork.finish(sampler, spec, state -> {
            if (state.step() == 0) {
                beginning[0] = Spread.of(state, density);
            }
            path.ifPresent(trajectory -> trajectory.add(state));
            statistics.add(state);
        });
        Spread.blowUp(end, density, beginning[0]).ifPresent(why -> {
            throw new FailedWork(Words.text(
                    "cli.sample.sampler-has-blown-up",
                    why,
                    caution.orElse(Words.text("cli.sample.lower-sampler-stepsize-if-has"))));
        });
        if (json) {
            console.out().println(statistics.json(end).toPrettyString());
        }
        var arrays = new LinkedHashMap<String, NpyArray>();
        arrays.put("samples", NpyArray.points(end.x(), end.y()));
        StatedLevel.put(arrays, end.level());
        path.ifPresent(trajectory -> {
            arrays.put("trajectories", trajectory.positions());
            arrays.put("times", trajectory.times());
        });
        return arrays;
    }
}
