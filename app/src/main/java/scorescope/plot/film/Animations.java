package scorescope.plot.film;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.io.AtomicFile;
import scorescope.core.score.LearnedScore;
import scorescope.plot.export.AnimationCatalog;
import scorescope.plot.export.AnimationTiming;
import scorescope.plot.export.Contents;
import scorescope.plot.export.EmbeddedSession;
import scorescope.plot.export.png.PngFile;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.session.source.Sources;

/** Saves animations of sessions, with the session inside, in all formats alike. */
public final class Animations {
    private static final String POSTER = "-poster.png";

    private Animations() {}

    /**
     * How an animation is made.
     *
     * @param over what moves; empty for what moves by nature
     * @param dark whether it is drawn on a dark page
     * @param poster whether the first frame is saved beside it as a PNG
     */
    public record Request(
            Optional<Motion> over,
            AnimationTiming timing,
            FrameSize size,
            boolean dark,
            boolean poster,
            Contents contents) {
        /** Six seconds of what moves by nature, for a screen. */
        public static final Request STANDARD = new Request(
                Optional.empty(),
                AnimationTiming.STANDARD,
                new FrameSize(FrameSize.SCREEN_DPI, Optional.empty()),
                false,
                false,
                Contents.SESSION_AND_DATA);
    }

    /**
     * Saves an animation of a session, which is drawn from the session and the network alone.
     *
     * @param network the learned score, in place of the one that the session names
     * @throws scorescope.core.BadInputException if the format is unknown, the place cannot be written, or the session asks for
     *     what there is not; nothing is written then
     * @throws IOException if writing failed; what was there before is unchanged
     */
    public static void write(Session session, Optional<LearnedScore> network, Path target, Request request)
            throws IOException {
        var format = AnimationCatalog.forFile(target);
        format.require(target, request.timing());
        var poster = poster(target);
        if (request.poster()) {
            AtomicFile.requireWritablePlace(poster);
        }
        var whole = network.map(score -> Sources.withNetwork(session, score)).orElse(session);
        var inputs = StudyInputs.of(EmbeddedSession.drawn(whole, request.contents()), Findings.NONE)
                .on(request.dark());
        var motion = request.over().orElseGet(() -> Motion.of(inputs));
        motion.require(inputs);
        var text = EmbeddedSession.text(whole, target.toAbsolutePath().getParent(), request.contents());
        var film = new Film(inputs, motion, request.timing(), request.size(), format.even(), text);
        format.save(film, target);
        if (request.poster()) {
            AtomicFile.write(
                    poster,
                    PngFile.of(
                            film.poster(),
                            film.columns(),
                            film.rows(),
                            film.dpi(),
                            film.description(),
                            film.session()));
        }
    }

    /** Where the poster of an animation stands. */
    private static Path poster(Path target) {
        var name = target.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return target.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + POSTER);
    }
}
