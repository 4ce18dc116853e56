package scorescope.ui.dialog;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** The file choosers of the platform. */
public final class FileDialogs implements Dialogs {
    private static final ExtensionFilter WEIGHTS = new ExtensionFilter("Weights of a training", "*.npz");

    private final Supplier<Window> owner;
    private Optional<File> folder = Optional.empty();

    public FileDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> openSession() {
        var chooser = chooser("Open a session");
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter("Sessions", "*.scorescope.json", "*.json"),
                        new ExtensionFilter("All files", "*"));
        return remember(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> openPoints() {
        var chooser = chooser("Import points");
        chooser.getExtensionFilters()
                .addAll(
                        new ExtensionFilter(
                                "Points or a picture",
                                "*.csv",
                                "*.npy",
                                "*.npz",
                                "*.png",
                                "*.jpg",
                                "*.jpeg",
                                "*.gif",
                                "*.bmp"),
                        new ExtensionFilter("Points: CSV with x,y or NPY, n × 2", "*.csv", "*.npy", "*.npz"),
                        new ExtensionFilter(
                                "Pictures: their dark pixels", "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"),
                        new ExtensionFilter("All files", "*"));
        return remember(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> openWeights() {
        var chooser = chooser("Open weights and go on training");
        chooser.getExtensionFilters().addAll(WEIGHTS, new ExtensionFilter("All files", "*"));
        return remember(chooser.showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> saveWeights(String suggestedName) {
        var chooser = chooser("Save weights");
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(WEIGHTS);
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> saveSession(String suggestedName) {
        var chooser = chooser("Save the session");
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters().add(new ExtensionFilter("Sessions", "*.scorescope.json"));
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> exportFigure(String suggestedName) {
        var chooser = chooser("Export the figure");
        chooser.setInitialFileName(suggestedName);
        chooser.getExtensionFilters()
                .addAll(new ExtensionFilter("SVG, vectors", "*.svg"), new ExtensionFilter("PNG, pixels", "*.png"));
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
