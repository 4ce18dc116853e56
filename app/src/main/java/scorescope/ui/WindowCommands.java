package scorescope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import scorescope.plot.layer.ProbePoint;
import scorescope.session.Shown;
import scorescope.ui.command.Command;
import scorescope.ui.command.CommandRegistry;
import scorescope.ui.command.Place;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.model.Message;
import scorescope.ui.preference.Scale;
import scorescope.words.Words;

/** The list of all commands of the window. */
final class WindowCommands {
    private final MainWindow window;
    private final AppContext context;
    private final List<Command> all = new ArrayList<>();

    private WindowCommands(MainWindow window, AppContext context) {
        this.window = window;
        this.context = context;
        file();
        edit();
        view();
        noise();
        sampler();
        training();
        studies();
        window();
    }

    static CommandRegistry of(MainWindow window, AppContext context) {
        return new CommandRegistry(new WindowCommands(window, context).all);
    }

    private Command add(Place place, String id, Runnable action, String... keys) {
        var command = Command.of(place, id, action, keys);
        all.add(command);
        return command;
    }

    private void add(Place place, String id, Runnable action, BooleanSupplier possible, String why, String... keys) {
        all.add(Command.of(place, id, action, keys).when(possible, why));
    }

    private void file() {
        var files = window.files();
        var opening = window.opening();
        var copies = window.copies();
        add(Place.FILE, "open", opening::ask, "ctrl+o");
        add(Place.FILE, "paste", opening::paste, opening::canPaste, "ui.obstacle.clipboard", "ctrl+v");
        add(Place.FILE, "import-points", files::importPoints);
        add(Place.FILE, "save", files::save, "ctrl+s");
        add(Place.FILE, "save-as", files::saveAs, "ctrl+shift+s");
        add(Place.FILE, "restore", files::restoreUnsavedWork, files::hasUnsavedWork, "ui.obstacle.nothing-kept");
        add(Place.FILE, "export", window::compose, "e");
        add(Place.FILE, "recipes", window::showRecipes);
        add(Place.FILE, "animate", window::animate);
        add(Place.FILE, "copy-picture", copies::picture, "ctrl+c");
        add(Place.FILE, "copy-link", copies::link);
        add(Place.FILE, "copy-command", copies::command);
        add(Place.FILE, "copy-python", copies::python);
        add(Place.FILE, "copy-caption", copies::caption);
        add(Place.FILE, "copy-description", copies::description);
    }

    private void edit() {
        var model = context.model();
        add(
                Place.EDIT,
                "undo",
                model::undo,
                () -> model.undoableProperty().get(),
                "ui.obstacle.nothing-done",
                "ctrl+z");
        add(
                Place.EDIT,
                "redo",
                model::redo,
                () -> model.redoableProperty().get(),
                "ui.obstacle.nothing-undone",
                "ctrl+shift+z",
                "ctrl+y");
        add(
                Place.EDIT,
                "undo-list",
                window::showUndoList,
                () -> model.undoableProperty().get() || model.redoableProperty().get(),
                "ui.obstacle.nothing-done",
                "alt+z");
    }

    private void view() {
        var model = context.model();
        for (var shown : Shown.values()) {
            add(Place.VIEW, "view-" + shown.id(), () -> model.showScore(shown), keys(shown));
        }
        add(
                Place.VIEW,
                "probe",
                () -> model.edit(s -> s.withView(ProbePoint.shown(s.view(), !ProbePoint.shown(s.view())))),
                "p");
    }

    private static String[] keys(Shown shown) {
        return switch (shown) {
            case ANALYTIC -> new String[] {"a", "1"};
            case LEARNED -> new String[] {"l"};
            case DIFFERENCE -> new String[] {"d"};
            case OVERLAY -> new String[] {"o"};
            case SIDE_BY_SIDE -> new String[] {"2"};
        };
    }

    private void noise() {
        add(Place.NOISE, "noise-up", () -> window.bench().notch(1, false), "right");
        add(Place.NOISE, "noise-down", () -> window.bench().notch(-1, false), "left");
        add(Place.NOISE, "noise-up-fine", () -> window.bench().notch(1, true), "shift+right");
        add(Place.NOISE, "noise-down-fine", () -> window.bench().notch(-1, true), "shift+left");
    }

    private void sampler() {
        add(Place.SAMPLER, "play", window.bench()::playOrPause, "space");
        add(Place.SAMPLER, "step", this::singleStep, ".");
        add(Place.SAMPLER, "restart", window.bench()::restart);
    }

    /**
     * Takes one step of the playback; in presenter mode, blanks the screen instead, for which clickers send the dot.
     */
    private void singleStep() {
        if (window.presenting()) {
            window.presenter().blank();
        } else {
            window.bench().singleStep();
        }
    }

    private void training() {
        var training = context.training();
        add(Place.TRAINING, "train", training::startOrPause, "t");
        add(Place.TRAINING, "train-step", training::step);
        add(Place.TRAINING, "train-go-on", training::start, training::elsewhere, "ui.obstacle.not-elsewhere");
        add(
                Place.TRAINING,
                "train-reset",
                training::reset,
                () -> context.model().training().step() > 0,
                "ui.obstacle.nothing-learned");
    }

    private void studies() {
        add(Place.STUDIES, "studies", window::showStudies);
        add(Place.STUDIES, "next-study", () -> window.turn(1), window::canTurn, "ui.obstacle.no-study", "page-down");
        add(Place.STUDIES, "previous-study", () -> window.turn(-1), window::canTurn, "ui.obstacle.no-study", "page-up");
        add(Place.STUDIES, "leave-study", window::leave, window::canLeave, "ui.obstacle.no-study", "esc");
    }

    private void window() {
        add(Place.WINDOW, "palette", window::showPalette, "ctrl+k");
        for (var page : Inspector.Page.values()) {
            add(
                    Place.WINDOW,
                    "page-" + page.id(),
                    () -> window.inspector().show(page),
                    () -> window.inspector().canShow(page),
                    "ui.obstacle.no-study",
                    "alt+" + page.digit());
        }
        add(Place.WINDOW, "next-part", () -> window.focusPart(1), "f6");
        add(Place.WINDOW, "previous-part", () -> window.focusPart(-1), "shift+f6");
        switched("fold", window.inspector()::fold, window.inspector()::unfolded, "\\");
        var presenter = window.presenter();
        all.add(Command.of(Place.PRESENTER, "present", window::present, "f5")
                .switched(window::presenting)
                .when(window::canPresent, "ui.obstacle.covered"));
        presented("blank", presenter::blank, presenter::blanked, "b");
        presented("spotlight", presenter::spotlight, presenter::spotlit, "s");
        presented("chalk", presenter::chalk, presenter::chalking, "c");
        presented("breathe", presenter::breathe, presenter::breathing, "n");
        var preferences = context.model().preferences();
        add(Place.WINDOW, "theme", preferences::switchTheme);
        switched("high-contrast", preferences::switchContrast, preferences::highContrast);
        add(
                Place.WINDOW,
                "larger",
                () -> scale(preferences.scaleProperty().get().step(1)),
                "+");
        add(
                Place.WINDOW,
                "smaller",
                () -> scale(preferences.scaleProperty().get().step(-1)),
                "-");
        add(Place.WINDOW, "usual-size", () -> scale(Scale.NORMAL));
        switched("reduced-motion", preferences::switchMotion, preferences::reducedMotion);
        var listening = context.listening();
        switched("listen", listening::toggle, listening::on, "h");
        switched("frame-meter", window.bench()::toggleFrameMeter, window.bench()::frameMeterShown);
        add(Place.WINDOW, "keys", window::showKeys, "?");
    }

    /** Sets the size of everything in the window. */
    private void scale(Scale scale) {
        context.model().preferences().scaleProperty().set(scale);
        context.model().show(Message.note(Words.text("ui.scale.now", scale.percent())));
    }

    private void presented(String id, Runnable action, BooleanSupplier on, String key) {
        all.add(Command.of(Place.PRESENTER, id, action, key)
                .switched(on)
                .when(window::presenting, "ui.obstacle.not-presenting"));
    }

    private void switched(String id, Runnable action, BooleanSupplier on, String... keys) {
        all.add(Command.of(Place.WINDOW, id, action, keys).switched(on));
    }
}
