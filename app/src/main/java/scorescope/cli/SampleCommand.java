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
import scorescope.core.io.NpyArray;
import scorescope.core.io.Npz;
import scorescope.core.sampling.Sampler;
import scorescope.core.sampling.history.Trajectory;
import scorescope.session.SamplerSpec;
import scorescope.session.SessionParameters;
import scorescope.session.source.Resolved;

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

    @Override
    public Integer call() throws IOException {
        Outputs.requireNpz(output);
        var asked = session.read();
        var standard = asked.sampler();
        var spec = new SamplerSpec(
                standard.method(),
                Math.toIntExact(SessionParameters.PARTICLES.parse(
                        particles.orElse((long) standard.particles()), "--particles")),
                seed.orElse(standard.seed()),
                standard.start());
        var resolved = Resolved.of(asked.withSampler(spec));
        var sampler = resolved.sampler(resolved.score());
        new Npz(run(sampler, spec)).write(output);
        return Cli.DONE;
    }

    private Map<String, NpyArray> run(Sampler sampler, SamplerSpec spec) {
        var path = trajectories ? Optional.of(new Trajectory(sampler, spec.particles())) : Optional.<Trajectory>empty();
        var end = SamplerWork.finish(sampler, spec, state -> path.ifPresent(kept -> kept.add(state)));
        var arrays = new LinkedHashMap<String, NpyArray>();
        arrays.put("samples", NpyArray.points(end.x(), end.y()));
        path.ifPresent(kept -> {
            arrays.put("trajectories", kept.positions());
            arrays.put("times", kept.times());
        });
        return arrays;
    }
}
