package scorescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.density.Component;
import scorescope.session.Carried;
import scorescope.session.DensityNames;
import scorescope.session.DensitySpec;
import scorescope.session.Sections;
import scorescope.session.Session;
import scorescope.session.codec.Patches;
import scorescope.ui.model.EditedSession.State;
import scorescope.words.Words;

/** Names of undo steps: what each step did, in one line. */
final class UndoNames {
    /** Most names listed, since a longer list would not be read. */
    private static final int MOST = 20;

    private static final int LONGEST = 48;

    private UndoNames() {}

    /** @param past the states before {@code present}, the latest first */
    static List<String> backwards(State present, List<State> past) {
        var names = new ArrayList<String>();
        var after = present;
        for (var before : past.subList(0, Math.min(MOST, past.size()))) {
            names.add(of(before, after));
            after = before;
        }
        return names;
    }

    /** @param future the states after {@code present}, the earliest first */
    static List<String> forwards(State present, List<State> future) {
        var names = new ArrayList<String>();
        var before = present;
        for (var after : future.subList(0, Math.min(MOST, future.size()))) {
            names.add(of(before, after));
            before = after;
        }
        return names;
    }

    private static String of(State before, State after) {
        var names = new ArrayList<String>();
        if (!before.session().density().equals(after.session().density())) {
            names.add(density(before.session().density(), after.session().density()));
        }
        if (before.learned() != after.learned()) {
            names.add(Words.text(after.learned() == 0 ? "ui.undo.forgotten" : "ui.undo.learned"));
        }
        String rest =
                Patches.between(bare(before.session()), bare(after.session())).named();
        if (!rest.isEmpty()) {
            names.add(rest);
        }
        String name = String.join(Words.text("ui.undo.separator"), names);
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }

    /** The session without parts that can be megabytes. */
    private static Session bare(Session session) {
        return session.withDensity(Sections.DENSITY.standard()).with(Sections.CARRIED, Carried.NOTHING);
    }

    private static String density(DensitySpec before, DensitySpec after) {
        if (!(before instanceof DensitySpec.Components(var old) && after instanceof DensitySpec.Components(var now))) {
            return DensityNames.of(after);
        }
        if (old.size() == now.size()) {
            return components(old, now);
        }
        return Words.text(old.size() < now.size() ? "ui.undo.component-added" : "ui.undo.component-removed");
    }

    private static String components(List<Component> old, List<Component> now) {
        int changed = -1;
        for (int i = 0; i < now.size(); i++) {
            if (!old.get(i).equals(now.get(i))) {
                if (changed >= 0) {
                    return Words.text("ui.undo.components");
                }
                changed = i;
            }
        }
        return Words.text("ui.undo.component", changed + 1);
    }
}
