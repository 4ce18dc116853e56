package scorescope.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import scorescope.core.io.Endings;
import scorescope.plot.export.AnimationCatalog;
import scorescope.plot.export.ExportCatalog;
import scorescope.words.Words;

/** The platform's file choosers; they begin in the folder of the last file chosen. */
public final class FileDialogs implements Dialogs {
    private static final ExtensionFilter WEIGHTS = new ExtensionFilter(
            Words.constant("ui.file-dialogs.weights-training"), Endings.patterns(List.of(Endings.NPZ)));

    private final Supplier<Window> owner;
    private Optional<File> folder = Optional.empty();

    public FileDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> openSession() {
        var chooser = chooser(Words.text("ui.file-dialogs.open-session"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                Words.text("ui.file-dialogs.sessions"),
                                Endings.patterns(List.of(Endings.SESSION, Endings.JSON))),
                        new ExtensionFilter(Words.text("ui.file-dialogs.all-files"), "*"));
        return remember(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> openPoints() {
        var chooser = chooser(Words.text("ui.file-dialogs.import-points"));
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                Words.text("ui.file-dialogs.points-picture"),
                                Endings.patterns(Stream.concat(Endings.POINTS.stream(), Endings.PICTURES.stream())
                                        .toList())),
                        new ExtensionFilter(
                                Words.text("ui.file-dialogs.points-csv-x-y-npy"), Endings.patterns(Endings.POINTS)),
                        new ExtensionFilter(
                                Words.text("ui.file-dialogs.pictures-their-dark-pixels"),
                                Endings.patterns(Endings.PICTURES)),
                        new ExtensionFilter(Words.text("ui.file-dialogs.all-files"), "*"));
        return remember(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> openWeights() {
        var chooser = chooser(Words.text("ui.file-dialogs.open-weights-go-training"));
        chooser.getExtensionFilters()
                .addAll(WEIGHTS, new ExtensionFilter(Words.text("ui.file-dialogs.all-files"), "*"));
        return remember(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> saveWeights(String suggestedName) {
        var chooser = chooser(Words.text("ui.file-dialogs.save-weights"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(WEIGHTS);
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> saveSession(String suggestedName) {
        var chooser = chooser(Words.text("ui.file-dialogs.save-session"));
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters()
                .add(new ExtensionFilter(Words.text("ui.file-dialogs.sessions"), "*" + Endings.SESSION));
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> exportFigure(String suggestedName) {
        var chooser = chooser(Words.text("ui.file-dialogs.export-figure"));
        chooser.setInitialFileName(suggestedName);
        for (var format : ExportCatalog.formats()) {
            chooser.getExtensionFilters().add(new ExtensionFilter(format.title(), "*." + format.extension()));
        }
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> exportAnimation(String suggestedName) {
        var chooser = chooser(Words.text("ui.file-dialogs.export-animation"));
        chooser.setInitialFileName(suggestedName);
        for (var format : AnimationCatalog.formats()) {
            var pattern = format.extension().isEmpty() ? "*" : "*." + format.extension();
            chooser.getExtensionFilters().add(new ExtensionFilter(format.title(), pattern));
        }
        return remember(chooser.showSaveDialog(owner.get()));
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        folder.ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<Path> remember(File chosen) {
        var file = Optional.ofNullable(chosen);
        file.map(File::getParentFile).ifPresent(parent -> folder = Optional.of(parent));
        return file.map(File::toPath);
    }
}
