package scorescope.plot.film;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import scorescope.plot.picture.AdvancingRun;
import scorescope.plot.picture.ShownParticles;
import scorescope.plot.scene.Findings;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;

/** A run of the session's sampler from start to end, once along each shown score that particles can follow. */
final class RunShots implements Shots {
    private final StudyInputs inputs;
    private final Map<Source, AdvancingRun> runs = new EnumMap<>(Source.class);
    private final Map<Source, Integer> lengths = new EnumMap<>(Source.class);

    /** Runs to the end once to find the number of steps. */
    RunShots(StudyInputs inputs) {
        this.inputs = inputs;
        if (!composed()) {
            for (var source : followed(inputs)) {
                lengths.put(
                        source, advancing(source).at(OptionalInt.empty()).past().step());
                runs.put(source, advancing(source));
            }
        }
    }

    /** Whether the picture has panels or shows a score that particles can follow. */
    static boolean follows(StudyInputs inputs) {
        return !inputs.session().figure().panels().isEmpty()
                || !followed(inputs).isEmpty();
    }

    private static List<Source> followed(StudyInputs inputs) {
        return Source.of(inputs.session().shown()).stream()
                .map(source -> source.followed(inputs.session()))
                .filter(source -> source == Source.ANALYTIC
                        || (source == Source.LEARNED && inputs.learned().isPresent()))
                .toList();
    }

    private boolean composed() {
        return !inputs.session().figure().panels().isEmpty();
    }

    private AdvancingRun advancing(Source source) {
        return new AdvancingRun(inputs.resolved(), inputs.score(source));
    }

    @Override
    public StudyInputs at(double share) {
        var session = inputs.session();
        if (composed()) {
            // Each panel has a run of its own, which the picture computes.
            int last = inputs.resolved().sampler(inputs.exact()).steps();
            return Motion.with(inputs, standing(session, (int) Math.rint(share * last)));
        }
        int longest = lengths.values().stream().mapToInt(length -> length).max().orElseThrow();
        int step = (int) Math.rint(share * longest);
        var particles = new EnumMap<Source, Particles>(Source.class);
        runs.forEach((source, run) -> {
            int length = lengths.get(source);
            particles.put(source, run.at(OptionalInt.of(Math.min(step, length))).ofRun(length));
        });
        var found = new Findings(inputs.findings().network(), particles);
        return ShownParticles.seen(Motion.with(inputs, standing(session, step)), found);
    }

    private static Session standing(Session session, int step) {
        return session.withSampler(session.sampler().at(OptionalInt.of(step)));
    }
}
