package scorescope.plot.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.memo.Memo;
import scorescope.core.score.ScoreField;
import scorescope.plot.scene.Findings;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.session.source.Resolved;

/**
 * One side of a comparison: the session with a patch, named by the patch's changes. Seeds are the session's unless the
 * patch sets them, so that lanes have the same start, Brownian path and batches.
 *
 * @param title description of the difference
 */
public record Lane(String title, StudyInputs inputs) {
    /**
     * A patch that a study compares if the session has no lanes.
     *
     * @param title its name in the study
     */
    public record Own(String title, Patch patch) {}

    /** Cache of the lanes of a session, created again when the session changes. */
    public static final class Cache {
        private record Key(Session session, Optional<ScoreField> network, boolean dark, List<Own> own) {}

        private final Memo<Key, List<Lane>> memo = new Memo<>(Cache::lanes);

        /**
         * The session's lanes, or the study's own if it has none.
         *
         * @throws BadInputException if a lane is not valid, naming it and the remedy
         */
        public List<Lane> of(StudyInputs inputs, List<Own> own) {
            return memo.of(new Key(inputs.session(), inputs.findings().network(), inputs.dark(), own));
        }

        private static List<Lane> lanes(Key key) {
            var given = key.session().lanes();
            var lanes = new ArrayList<Lane>();
            for (int i = 0; i < given.size(); i++) {
                lanes.add(lane(key, given.get(i).named(), given.get(i), Patches.lanePlace(i)));
            }
            if (lanes.isEmpty()) {
                key.own().forEach(own -> lanes.add(lane(key, own.title(), own.patch(), own.title())));
            }
            return List.copyOf(lanes);
        }

        private static Lane lane(Key key, String title, Patch patch, String place) {
            var session = Patches.apply(key.session(), patch, place);
            var findings = Findings.of(key.network()).withNetworkOf(session);
            return new Lane(title, new StudyInputs(Resolved.of(session), findings, key.dark()));
        }
    }

    /**
     * The run of the lane's sampler.
     *
     * @param particles number of particles, instead of the session's
     * @param steps number of steps, if the sampler lets them be chosen; 0 for its own
     */
    public RecordedRun.Request run(int particles, long steps) {
        return RecordedRun.Request.of(inputs, inputs.score(), particles).stepped(steps);
    }
}
