package scorescope.session.codec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import scorescope.core.BadInputException;
import scorescope.session.FigurePanel;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.source.RunLength;

/**
 * The panels and lanes of an edited session, so changed that they can be applied to it: what an edit leaves can be written and
 * read again.
 */
public final class RebasedPatches {
    private static final String STEP = "sampler.step";

    private final Session before;
    private final Session after;

    private RebasedPatches(Session before, Session after) {
        this.before = bare(before);
        this.after = bare(after);
    }

    /**
     * The edited session. Its own step, and those that panels and lanes name, stand at the end of runs that have become shorter.
     * A panel or lane that makes no sense any more, such as a parameter of the sampler that was exchanged, also keeps what it
     * needs of the session before, and so shows what it showed.
     *
     * @throws BadInputException if a panel or lane that the session before does not have makes no sense
     */
    public static Session of(Session before, Session after) {
        var own = RunLength.within(after);
        if (own.figure().panels().isEmpty() && own.lanes().isEmpty()) {
            return own;
        }
        var rebased = new RebasedPatches(before, own);
        var known = new HashSet<>(before.lanes());
        before.figure().panels().forEach(panel -> known.add(panel.patch()));
        var panels = new ArrayList<FigurePanel>();
        for (var panel : own.figure().panels()) {
            panels.add(panel.with(rebased.patch(panel.patch(), known, FigureReader.place(panels.size()))));
        }
        var lanes = new ArrayList<Patch>();
        for (var lane : own.lanes()) {
            lanes.add(rebased.patch(lane, known, LanesReader.place(lanes.size())));
        }
        return own.withFigure(own.figure().withPanels(panels)).withLanes(lanes);
    }

    private static Session bare(Session session) {
        return session.withoutPanels().withLanes(List.of());
    }

    private Patch patch(Patch patch, Set<Patch> known, String place) {
        try {
            return ending(patch);
        } catch (BadInputException senseless) {
            if (!known.contains(patch)) {
                throw senseless.under(place);
            }
            return ending(holding(patch));
        }
    }

    /** The patch, with the step that it names no later than the end of its run. */
    private Patch ending(Patch patch) {
        var rebased = Patches.apply(after, patch);
        if (!Patches.namesStep(patch)) {
            return patch;
        }
        var step = RunLength.within(rebased).sampler().step();
        return step.equals(rebased.sampler().step()) ? patch : patch.with(STEP, step.getAsInt());
    }

    /** What makes of the edited session what {@code patch} made of the one before: in its own sections, else in all. */
    private Patch holding(Patch patch) {
        var whole = Patches.between(after, Patches.apply(before, patch));
        var own = whole.only(patch.changes().keySet());
        try {
            var unused = Patches.apply(after, own);
            return own;
        } catch (BadInputException needsMore) {
            return whole.only(SessionReader.PATCHED);
        }
    }
}
