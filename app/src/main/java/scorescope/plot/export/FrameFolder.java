package scorescope.plot.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.io.StorageException;
import scorescope.plot.export.png.PngFile;
import scorescope.words.Words;

/**
 * Animations as a folder of PNG pictures, one per frame, each with the session inside. The folder is filled beside its
 * target and then moved there, so that it is complete or absent.
 */
final class FrameFolder implements AnimationFormat {
    private static final Pattern FRAME = Pattern.compile(".*-\\d{4,5}\\.png");

    @Override
    public String extension() {
        return "";
    }

    @Override
    public String title() {
        return Words.text("film.folder.title");
    }

    /** Pictures in the folder are PNG files, which {@link PngExport} knows. */
    @Override
    public boolean recognises(byte[] start) {
        return false;
    }

    @Override
    public Optional<String> session(byte[] file, String place) {
        return Optional.empty();
    }

    /** @throws BadInputException if the folder cannot be made, or holds anything but frames of an animation */
    @Override
    public void require(Path target, AnimationTiming timing) {
        var place = target.toString();
        var parent = target.toAbsolutePath().normalize().getParent();
        if (parent == null || (Files.exists(target) && !Files.isDirectory(target))) {
            throw new BadInputException(
                    place, Words.text("film.folder.no-folder"), Words.text("film.folder.choose-another"));
        }
        if (!Files.isDirectory(parent)) {
            throw new BadInputException(
                    place, Words.text("film.folder.no-parent", parent), Words.text("film.folder.create"));
        }
        if (!Files.isWritable(parent)) {
            throw new BadInputException(
                    place, Words.text("film.folder.not-writable", parent), Words.text("film.folder.choose-another"));
        }
        try {
            for (var file : content(target)) {
                if (!FRAME.matcher(file.getFileName().toString()).matches()) {
                    throw new BadInputException(
                            place,
                            Words.text("film.folder.holds", file.getFileName()),
                            Words.text("film.folder.choose-another"));
                }
            }
        } catch (IOException failed) {
            throw StorageException.of(failed, place, false).asBadInput();
        }
    }

    private static List<Path> content(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void save(FrameSource frames, Path target) throws IOException {
        var place = target.toAbsolutePath().normalize();
        try {
            // Has the usual permissions of a new folder, whereas a temporary folder would be private to its owner.
            var beside = Files.createDirectory(place.resolveSibling(
                    ".scorescope-frames-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime())));
            try {
                draw(frames, beside, place.getFileName().toString());
                remove(place);
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                remove(beside);
            }
        } catch (IOException failed) {
            throw StorageException.of(failed, target.toString(), true);
        }
    }

    private static void draw(FrameSource frames, Path folder, String name) throws IOException {
        frames.play(new FrameCoder<byte[]>() {
            @Override
            public byte[] code(Optional<int[]> before, int[] now) {
                return PngFile.of(
                        now, frames.columns(), frames.rows(), frames.dpi(), frames.description(), frames.session());
            }

            @Override
            public void write(byte[] coded, int frame) throws IOException {
                Files.write(
                        folder.resolve(String.format(java.util.Locale.ROOT, "%s-%04d.png", name, frame + 1)), coded);
            }
        });
    }

    private static void remove(Path folder) throws IOException {
        for (var file : content(folder)) {
            Files.delete(file);
        }
        Files.deleteIfExists(folder);
    }
}
