package scorescope.ui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.Component;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;
import scorescope.core.parameter.Choice;
import scorescope.core.sampling.GaussianStart;
import scorescope.core.sampling.method.Langevin;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.SamplerSpec;
import scorescope.session.Shown;
import scorescope.session.codec.SessionJson;

/** Every way in which what particles depend on can change. */
enum SessionChange {
    IMPORT_POINTS {
        @Override
        void make(ParticlesFixture window) throws IOException {
            window.chosen = window.folder.resolve("points.csv");
            Files.writeString(window.chosen, "x,y\n3,1\n4,1.5\n3.5,0\n");
            window.files.importPoints();
        }
    },
    OPEN_SESSION {
        @Override
        void make(ParticlesFixture window) throws IOException {
            window.chosen = window.folder.resolve("other.scorescope.json");
            var other = Choice.of("ddim");
            SessionJson.write(
                    ParticlesFixture.opening()
                            .withDensity(new DensitySpec.Preset("two-moons"))
                            .withSampler(new SamplerSpec(other, 25, 3, SamplerSpec.naturalStart(other))),
                    window.chosen);
            window.files.open();
        }
    },
    PRESET {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withDensity(new DensitySpec.Preset("eight-gaussians")));
        }
    },
    COMPONENT_MOVED {
        @Override
        void make(ParticlesFixture window) {
            window.model.beginEdit();
            for (double x = 0; x < 2; x += 0.5) {
                double at = x;
                window.model.edit(
                        s -> s.withDensity(new DensitySpec.Components(List.of(Component.isotropic(1, at, 0, 1)))));
            }
            window.model.commitEdit();
        }
    },
    UNDO {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withDensity(new DensitySpec.Preset("eight-gaussians")));
            window.model.undo();
        }
    },
    REDO {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withDensity(new DensitySpec.Preset("eight-gaussians")));
            window.model.undo();
            window.model.redo();
        }
    },
    NOISE {
        @Override
        void make(ParticlesFixture window) {
            window.model.setSigma(1.5);
        }
    },
    PROCESS {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(
                    s -> s.withProcess(Choice.of("variance-preserving")).withNoise(new NoiseSpec.Time(0.3)));
        }
    },
    SAMPLER {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withSampler(s.sampler().ofKind("reverse-sde")));
        }
    },
    STEP_SIZE {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s ->
                    s.withSampler(s.sampler().withMethod(s.sampler().method().with(Langevin.STEP_SIZE, 0.03))));
        }
    },
    FEWER_STEPS {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s ->
                    s.withSampler(s.sampler().withMethod(s.sampler().method().with(Langevin.STEPS, 8L))));
        }
    },
    PARTICLES {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withSampler(s.sampler().withParticles(12)));
        }
    },
    SEED {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withSampler(s.sampler().withSeed(8)));
        }
    },
    START {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withSampler(s.sampler().withStart(new GaussianStart(1, 1, 0.5))));
        }
    },
    GUIDANCE {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withConditioning(s.conditioning().with(new Guidance("a", 2))));
        }
    },
    MEASUREMENT {
        @Override
        void make(ParticlesFixture window) {
            window.model.edit(s -> s.withConditioning(
                    s.conditioning().with(new Measurement(List.of(List.of(1.0, 0.0)), List.of(2.0), 0.5))));
        }
    },
    LEARNED_SCORE {
        @Override
        void make(ParticlesFixture window) {
            window.model.trained(Optional.of(ParticlesFixture.wind(1)));
            window.model.showScore(Shown.LEARNED);
        }
    },
    ANOTHER_NETWORK {
        @Override
        void make(ParticlesFixture window) {
            window.model.trained(Optional.of(ParticlesFixture.wind(1)));
            window.model.showScore(Shown.LEARNED);
            window.rest();
            window.model.trained(Optional.of(ParticlesFixture.wind(2)));
        }
    },
    NO_NETWORK {
        @Override
        void make(ParticlesFixture window) {
            window.model.trained(Optional.of(ParticlesFixture.wind(1)));
            window.model.showScore(Shown.SIDE_BY_SIDE);
            window.rest();
            window.model.trained(Optional.empty());
        }
    },
    SIDE_BY_SIDE {
        @Override
        void make(ParticlesFixture window) {
            window.model.trained(Optional.of(ParticlesFixture.wind(1)));
            window.model.showScore(Shown.SIDE_BY_SIDE);
        }
    };

    abstract void make(ParticlesFixture window) throws IOException;
}
