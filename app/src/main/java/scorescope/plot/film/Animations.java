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

/** Saves animations of sessions, in every format with the session inside. */
public final class Animations {
    private static final String POSTER = "-poster.png";

    private Animations() {}

    /**
     * Settings of an animation.
     *
     * @param over the key that changes; empty for {@link Motion#of}
     * @param dark whether it is drawn in dark colours
     * @param poster whether the first frame is saved beside it as PNG
     */
    public record Request(
            Optional<Motion> over,
            AnimationTiming timing,
            FrameSize size,
            boolean dark,
            boolean poster,
            Contents contents) {
        /** The default motion and timing, at the resolution of a screen. */
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
     * @throws scorescope.core.BadInputException if the format is unknown, the target cannot be written, or the session refers
     *     to something that does not exist; nothing is written then
     * @throws IOException if writing failed; an existing file is unchanged
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

    /** File of the poster: {@code name-poster.png} beside the animation. */
    private static Path poster(Path target) {
        var name = target.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return target.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + POSTER);
    }
}
