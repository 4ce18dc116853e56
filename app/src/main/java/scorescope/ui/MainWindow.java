package scorescope.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import scorescope.ui.background.Pulses;
import scorescope.ui.command.CommandKeys;
import scorescope.ui.command.CommandRegistry;
import scorescope.ui.dialog.Dialogs;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.model.WindowModel;
import scorescope.ui.palette.PaletteEntries;
import scorescope.ui.palette.PaletteView;
import scorescope.ui.preference.Scale;
import scorescope.ui.presenter.Presenter;

/** Everything inside the window's frame. Created without a JavaFX stage, so that tests and snapshots can use it too. */
public final class MainWindow implements AutoCloseable {
    /**
     * The smallest width of the window in logical pixels, down to which controls fold and none is cut off: 1280 pixels at
     * the largest scale.
     */
    public static final double MIN_WIDTH = 640;

    public static final double MIN_HEIGHT = 400;

    private final AppContext context;
    private final WindowModel model;
    private final SessionFiles files;
    private final FileOpening opening;
    private final SessionCopies copies;
    private final CommandRegistry commands;
    private final PaletteView palette;
    private final FirstStart firstStart;
    private final RecipeGallery recipes;
    private final Presenter presenter;
    private final Inspector inspector;
    private final Bench bench;
    private final StudiesPlace studies;
    private final BorderPane root = new BorderPane();
    private final StackPane window;
    private final ScaledPane scaled;
    private final Pulses.Listener pulses;
    private final ComposerPlace composer;
    private final AnimationExport animation;
    /**
     * @param recovery file for unsaved work when the window closes; other files of the program are stored beside it
     */
    public MainWindow(AppContext context, Dialogs dialogs, Path recovery) {
        this.context = context;
        model = context.model();
        files = new SessionFiles(model, dialogs, recovery, UnsavedTraining.of(context.training()));
        opening = new FileOpening(
                model, files, context.training(), dialogs, new RecentFiles(recovery.resolveSibling("recent.txt")));
        var background = context.background();
        pulses = background.pulses().listen(this::pulse);
        presenter = new Presenter(model, background, context.player(), context.studies());
        inspector =
                new Inspector(model, background, context.training(), context.player(), dialogs, files::importPoints);
        animation = new AnimationExport(context, dialogs);
        bench = new Bench(
                context, animation.strip(), inspector.shownProperty().isEqualTo(Optional.of(Inspector.Page.TRAIN)));
        copies = new SessionCopies(context, bench::picture);
        composer = new ComposerPlace(context, dialogs, root, files::current);
        var content = new BorderPane(bench.node());
        content.setRight(inspector);
        studies = new StudiesPlace(context, content);
        commands = WindowCommands.of(this, context);
        root.setTop(new Header(commands, context, opening));
        root.setCenter(studies.node());
        palette =
                new PaletteView(new PaletteEntries(
                        commands,
                        model,
                        new PaletteEntries.Choices(
                                studies::open, inspector::showFailure, files::openNamed, opening::recent))::now);
        firstStart = new FirstStart(context, this::present, this::compose);
        recipes = new RecipeGallery(this::composeRecipe);
        window = new StackPane(root, presenter, new MessageStrip(model), palette, firstStart, recipes);
        scaled = new ScaledPane(window, model.preferences().scaleProperty().map(Scale::factor));
        pulses.wake();
    }

    /**
     * The first listener of pulses, so that results of engines are drawn in the same pulse. It never sleeps, since
     * results may come at any time.
     */
    private boolean pulse() {
        context.pulse(System.nanoTime(), bench.behind());
        return true;
    }

    /** The window's content. */
    public Parent root() {
        return window;
    }

    /** A scene with the window's content, in the model's theme, with its keys. */
    public Scene scene(double width, double height) {
        var scene = new Scene(scaled, width, height);
        model.preferences().themeProperty().subscribe(theme -> ThemeStyles.apply(scene, theme));
        new CommandKeys(
                        commands,
                        command -> !composing()
                                && !palette.isVisible()
                                && !firstStart.isVisible()
                                && !recipes.isVisible()
                                && (!covered() || command.id().equals("leave-study")),
                        this::covered)
                .listenIn(scene);
        FileDrops.take(window, opening);
        return scene;
    }

    public SessionFiles files() {
        return files;
    }

    /** All commands of the window. */
    public CommandRegistry commands() {
        return commands;
    }

    FileOpening opening() {
        return opening;
    }

    SessionCopies copies() {
        return copies;
    }

    Inspector inspector() {
        return inspector;
    }

    /** Opens the figure composer. */
    void compose() {
        composer.take();
    }

    private void composeRecipe(String id) {
        files.openNamed(id);
        compose();
    }

    /** Shows the built-in figures. */
    void showRecipes() {
        recipes.show();
    }

    /** Whether the figure composer is shown; then it handles plain keys itself. */
    private boolean composing() {
        return composer.isShown();
    }

    /** Saves what the stage shows as an animation. */
    void animate() {
        animation.ask();
    }

    /** Shows the page of all studies. */
    void showStudies() {
        studies.show(true);
    }

    /** Whether the page of studies covers the stage; then it handles plain keys itself. */
    private boolean covered() {
        return studies.shown();
    }

    /**
     * Goes from a study to the one {@code by} places later in the course; for the stage in presenter mode, where a
     * clicker sends the same keys, changes the noise level by one notch.
     */
    void turn(int by) {
        if (context.studies().shown()) {
            studies.turn(by);
        } else {
            bench.notch(by, false);
        }
    }

    boolean canTurn() {
        return presenting() || context.studies().shown();
    }

    boolean canLeave() {
        return presenting() || studies.shown() || context.studies().shown();
    }

    /** Returns from presenter mode to the workbench, else from a study or the page of studies to the stage. */
    void leave() {
        if (presenting()) {
            present();
        } else if (studies.shown()) {
            studies.show(false);
        } else {
            context.studies().show(Optional.empty());
        }
    }

    /** Shows the undo steps by name. */
    void showUndoList() {
        UndoList.showUnder(Optional.ofNullable(root.lookup("#undo")).orElse(root), model);
    }

    void showKeys() {
        KeysCard.showOver(root, commands, !model.preferences().reducedMotion());
    }

    /** Offers three ways to begin. */
    void welcome() {
        firstStart.show();
    }

    /** Enters or leaves presenter mode, in which the stage fills the screen. */
    void present() {
        if (presenting()) {
            presenter.leave();
        } else {
            presenter.open();
        }
        root.setVisible(!presenting());
        bench.show(!presenting());
    }

    /** Moves the focus to the next part of the window, or to the previous one. */
    void focusPart(int by) {
        new FocusRegions(window.getScene()).go(by);
    }

    boolean presenting() {
        return presenter.shown();
    }

    boolean canPresent() {
        return !composing() && !covered();
    }

    Bench bench() {
        return bench;
    }

    Presenter presenter() {
        return presenter;
    }

    void showPalette() {
        if (palette.isVisible()) {
            palette.close();
        } else {
            palette.open();
        }
    }

    /**
     * Stores unsaved work. Returns whether the window may close: the work is stored, or a person was told that it could
     * not be.
     */
    public boolean mayClose() {
        return files.keepUnsaved();
    }

    @Override
    public void close() {
        pulses.close();
        scaled.close();
        bench.close();
        studies.close();
        inspector.close();
        composer.close();
        presenter.close();
        context.close();
    }

    /** Draws the stage and the noise bar for the present session: for a picture taken without a running clock. */
    void drawNow() {
        context.player().awaitRest();
        context.pulse(System.nanoTime(), false);
        scaled.applyCss();
        scaled.layout();
        bench.drawNow();
        inspector.drawNow();
        composer.drawNow();
        presenter.drawNow();
    }
}
