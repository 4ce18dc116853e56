package scorescope.ui.model;

import java.util.Optional;
import scorescope.core.parameter.Choice;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;

/** The scene of the study shown, in which its sentence is true: what the session lacks of it, and the way back. */
public final class OwnScene {
    private static final String PLACE = "view.study";

    private final WindowModel model;
    private final StudyPlayer player;
    private Optional<Left> left = Optional.empty();

    /** The session that was left for the scene of a study. */
    private record Left(String study, Session session) {}

    public OwnScene(WindowModel model, StudyPlayer player) {
        this.model = model;
        this.player = player;
    }

    /** What the session would have to change for the study's sentence to be true; nothing where it is. */
    public Patch lacking() {
        return player.chosenProperty()
                .get()
                .map(OwnScene::scene)
                .map(scene -> Patches.effective(model.session(), scene, PLACE))
                .orElse(Patch.NONE);
    }

    private static Patch scene(Choice study) {
        return StudyCatalog.create(study).scene();
    }

    /** Whether the session is the study's scene and another was left for it. */
    public boolean canGoBack() {
        return lacking().isEmpty() && mine().isPresent();
    }

    private Optional<Left> mine() {
        var shown = player.chosenProperty().get().map(Choice::kind);
        return left.filter(one -> shown.equals(Optional.of(one.study())));
    }

    /** Makes the session the study's scene, as one step of undo. */
    public void take() {
        var before = model.session();
        var scene = lacking();
        left = player.chosenProperty().get().map(study -> new Left(study.kind(), before));
        model.edit(session -> Patches.apply(session, scene, PLACE));
    }

    /** Goes back to the session that was left, as one step of undo; what is looked at stays. */
    public void goBack() {
        mine().ifPresent(one -> model.edit(present -> one.session().withView(present.view())));
        left = Optional.empty();
    }
}
