package scorescope.ui.model;

import java.util.Optional;
import scorescope.core.parameter.Choice;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.codec.Patches;

/**
 * The scene that belongs to the study shown, for which the study's text is true: how the session differs from it, and
 * how to go back.
 */
public final class OwnScene {
    private static final String PLACE = "view.study";

    private final WindowModel model;
    private final StudyPlayer player;
    private Optional<Left> left = Optional.empty();

    /** The session before the scene of a study replaced it. */
    private record Left(String study, Session session) {}

    public OwnScene(WindowModel model, StudyPlayer player) {
        this.model = model;
        this.player = player;
    }

    /** The changes that would make the session the study's scene; empty if it is the scene. */
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

    /** Whether the session is the study's scene and replaced another session. */
    public boolean canGoBack() {
        return lacking().isEmpty() && mine().isPresent();
    }

    private Optional<Left> mine() {
        var shown = player.chosenProperty().get().map(Choice::kind);
        return left.filter(one -> shown.equals(Optional.of(one.study())));
    }

    /** Makes the session the study's scene, as one undo step. */
    public void take() {
        var before = model.session();
        var scene = lacking();
        left = player.chosenProperty().get().map(study -> new Left(study.kind(), before));
        model.edit(session -> Patches.apply(session, scene, PLACE));
    }

    /** Goes back to the session before the scene, as one undo step; the view stays. */
    public void goBack() {
        mine().ifPresent(one -> model.edit(present -> one.session().withView(present.view())));
        left = Optional.empty();
    }
}
