package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import scorescope.core.density.DensityCatalog;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.SamplerSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;
import scorescope.session.StudySpec;

/** Sessions of every kind for tests of descriptions. */
final class DescribedSessions {
    static final Findings FOUND = Findings.of(Optional.of(LearnedSession.NETWORK));

    private DescribedSessions() {}

    static Session opening() {
        return SessionDefaults.opening();
    }

    private static List<String> presets() {
        return DensityCatalog.CATALOG.kinds().stream().map(Kind::id).toList();
    }

    static Session of(String preset, double sigma) {
        return opening().withDensity(new DensitySpec.Preset(preset)).withNoise(new NoiseSpec.Sigma(sigma));
    }

    static Session moved(Session session, String sampler) {
        var few = new SamplerSpec(Choice.of(sampler), 40, 7, SamplerSpec.naturalStart(Choice.of(sampler)))
                .at(OptionalInt.of(1));
        return (sampler.equals("ddpm") ? session.withProcess(Choice.of("ddpm")) : session).withSampler(few);
    }

    /**
     * Every preset, sampler, view and study, each with varying others.
     *
     * @param presetsOfAStudy number of presets for each study
     */
    static Stream<Session> all(int presetsOfAStudy) {
        var all = new ArrayList<Session>();
        var samplers = SamplerCatalog.CATALOG.kinds().stream().map(Kind::id).toList();
        var layers = LayerCatalog.CATALOG.kinds().stream().map(Kind::id).toList();
        int turn = 0;
        for (var preset : presets()) {
            for (double sigma : new double[] {0.05, 0.5, 4}) {
                all.add(of(preset, sigma).withNotation(turn % 2 == 0 ? "eta" : "delta"));
                turn++;
            }
            all.add(moved(of(preset, 0.5), samplers.get(turn++ % samplers.size())));
        }
        for (var study : StudyCatalog.CATALOG.kinds()) {
            for (int i = 0; i < presetsOfAStudy; i++) {
                var view = opening().view();
                all.add(of(presets().get(turn % presets().size()), 0.5)
                        .withView(view.withStudy(new StudySpec(Optional.of(study.id()), Map.of(), 0.4)))
                        .withSampler(
                                opening().sampler().withMethod(Choice.of(samplers.get(turn++ % samplers.size())))));
            }
        }
        for (var sampler : samplers) {
            all.add(moved(opening(), sampler));
            all.add(moved(of("eight-gaussians", 0.5), sampler));
            all.add(opening().withSampler(opening().sampler().ofKind(sampler)));
        }
        for (var shown : Shown.values()) {
            var view = opening().view().withShown(Optional.of(shown));
            all.add(opening().withView(view));
            all.add(moved(opening(), "langevin").withView(view.withLayers(layers)));
        }
        return all.stream();
    }
}
