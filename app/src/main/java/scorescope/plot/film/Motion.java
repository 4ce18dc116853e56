package scorescope.plot.film;

import java.util.Optional;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Option;
import scorescope.plot.picture.ShownParticles;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.words.Words;

/** The key of the session that changes from frame to frame of an animation. */
public enum Motion implements Option {
    /** {@code sampler.step}, with the noise level of that step if the run follows a process. */
    SAMPLER("sampler") {
        @Override
        boolean moves(StudyInputs inputs) {
            return StudyInputs.chosen(inputs.session()).isEmpty() && RunShots.follows(inputs);
        }

        @Override
        Shots shots(StudyInputs inputs) {
            return new RunShots(inputs);
        }
    },

    /** {@code view.moment}, the clock of a study. */
    MOMENT("moment") {
        @Override
        boolean moves(StudyInputs inputs) {
            return clock(inputs).isPresent();
        }

        @Override
        Shots shots(StudyInputs inputs) {
            return share -> {
                var view = inputs.session().view();
                return with(
                        inputs,
                        inputs.session().withView(view.withStudy(view.study().at(share))));
            };
        }
    },

    /** {@code noise}, from a high level down to that of the session. */
    SIGMA("sigma") {
        @Override
        boolean moves(StudyInputs inputs) {
            return true;
        }

        @Override
        Shots shots(StudyInputs inputs) {
            var sweep = NoiseSweep.of(inputs.resolved());
            return share -> with(inputs, inputs.session().withNoise(sweep.at(share)));
        }
    };

    private final String id;

    Motion(String id) {
        this.id = id;
    }

    @Override
    public Entry entry() {
        return Option.of(id, Words.text("film.motion." + id + ".title"), Words.text("film.motion." + id + ".help"));
    }

    /** Whether the picture changes with the key. */
    abstract boolean moves(StudyInputs inputs);

    /** The pictures of the animation. */
    abstract Shots shots(StudyInputs inputs);

    /** The default: the clock of a study, else a run whose particles are shown, else the noise. */
    public static Motion of(StudyInputs inputs) {
        if (MOMENT.moves(inputs)) {
            return MOMENT;
        }
        var session = inputs.session();
        boolean particles = session.sampler().step().isPresent()
                || ShownParticles.among(session.view().layers());
        return particles && SAMPLER.moves(inputs) ? SAMPLER : SIGMA;
    }

    /** @throws BadInputException if the picture does not change with the key */
    void require(StudyInputs inputs) {
        if (!moves(inputs)) {
            throw new BadInputException(
                    "--over",
                    Words.text("film.motion." + id + ".rests"),
                    Words.text("film.motion.use", of(inputs).id()));
        }
    }

    /** The inputs with a changed session and the same live objects. */
    static StudyInputs with(StudyInputs inputs, Session changed) {
        return new StudyInputs(inputs.resolved().changed(changed), inputs.findings(), inputs.dark());
    }

    /** The clock of the study that the picture or one of its panels shows. */
    private static Optional<StudyClock> clock(StudyInputs inputs) {
        var session = inputs.session();
        var bare = session.withFigure(session.figure().withPanels(java.util.List.of()));
        var pictures = session.figure().panels().isEmpty()
                ? Stream.of(inputs)
                : session.figure().panels().stream()
                        .map(panel -> StudyInputs.of(Patches.apply(bare, panel.patch()), inputs.findings()));
        return pictures.flatMap(
                        picture -> StudyInputs.chosen(picture.session())
                                .flatMap(chosen -> StudyCatalog.create(chosen).clock(picture))
                                .stream())
                .findFirst();
    }
}
