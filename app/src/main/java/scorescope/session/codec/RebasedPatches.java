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
 * Adapts the panels and lanes of an edited session so that they can be applied to it; every edited session can then be written
 * and read again.
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
     * The edited session. Sampler steps, its own and those of panels and lanes, are cut to the ends of their runs. A panel or lane
     * that is no longer valid, such as one that sets a parameter of a replaced sampler, also takes the values that it needs from
     * the session before, and so shows the same as before.
     *
     * @throws BadInputException if a panel or lane that is new in {@code after} is not valid
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

    /** The patch, with its sampler step cut to the end of its run. */
    private Patch ending(Patch patch) {
        var rebased = Patches.apply(after, patch);
        if (!Patches.namesStep(patch)) {
            return patch;
        }
        var step = RunLength.within(rebased).sampler().step();
        return step.equals(rebased.sampler().step()) ? patch : patch.with(STEP, step.getAsInt());
    }

    /** The patch that gives in the edited session what {@code patch} gave before: of its own sections, else of all. */
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
