package scorescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.figure.ComposerModel;
import scorescope.ui.figure.ComposerView;

/** Shows the figure composer in place of the header, the stage and the inspector, and restores them afterwards. */
final class ComposerPlace implements ComposerView.Surroundings {
    private final AppContext context;
    private final BorderPane root;
    private final Supplier<Optional<Path>> saved;
    private final Dialogs dialogs;
    private Optional<ComposerView> composer = Optional.empty();
    private Optional<Before> before = Optional.empty();

    /**
     * The window as it was when the composer was opened.
     *
     * @param side node at the right
     * @param focus node that had the focus
     * @param playing whether the particles were playing
     */
    private record Before(Node center, Optional<Node> side, Optional<Node> focus, boolean playing) {}

    /**
     * @param root pane whose top is the header
     * @param saved the file that holds the present session
     */
    ComposerPlace(AppContext context, Dialogs dialogs, BorderPane root, Supplier<Optional<Path>> saved) {
        this.context = context;
        this.root = root;
        this.saved = saved;
        this.dialogs = dialogs;
    }

    boolean isShown() {
        return before.isPresent();
    }

    /** Opens the composer; playback pauses until it is closed. */
    void take() {
        if (isShown()) {
            return;
        }
        boolean playing = context.player().playingProperty().get();
        before = Optional.of(new Before(
                root.getCenter(),
                Optional.ofNullable(root.getRight()),
                Optional.ofNullable(root.getScene()).map(Scene::getFocusOwner),
                playing));
        if (playing) {
            context.player().pause();
        }
        context.studies().pause();
        show(false);
        root.setRight(null);
        if (composer.isEmpty()) {
            composer = Optional.of(made());
        }
        root.setCenter(composer.get());
        composer.get().open();
    }

    /** The composer, created when first opened, since its many controls would delay the window's first frame. */
    private ComposerView made() {
        return new ComposerView(
                new ComposerModel(context.model(), context.studies()),
                context.model(),
                context.background(),
                dialogs,
                this);
    }

    @Override
    public void leave() {
        var was = before.orElseThrow();
        before = Optional.empty();
        show(true);
        root.setCenter(was.center());
        root.setRight(was.side().orElse(null));
        was.focus().ifPresent(Node::requestFocus);
        if (was.playing()) {
            context.player().play();
        }
    }

    private void show(boolean stage) {
        root.getTop().setVisible(stage);
        root.getTop().setManaged(stage);
    }

    @Override
    public Optional<Path> savedSession() {
        return saved.get();
    }

    void drawNow() {
        composer.ifPresent(ComposerView::drawNow);
    }

    void close() {
        composer.ifPresent(ComposerView::close);
    }
}
