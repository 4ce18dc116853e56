package scorescope.session.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.score.LearnedScore;
import scorescope.core.training.WeightsFile;
import scorescope.session.Carried;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.session.NetworkFile;
import scorescope.session.Patch;
import scorescope.session.Session;

/** The files that a session refers to, in its sections and in the patches of its panels and lanes. */
public final class Sources {
    private final Session session;
    private final Optional<Path> folder;
    private final boolean anonymous;
    private final Map<String, Integer> numbers = new HashMap<>();
    private Carried carried;

    /**
     * @param folder stated as the location of embedded files; empty to embed none
     * @param anonymous whether files are named by numbers
     */
    private Sources(Session session, Optional<Path> folder, boolean anonymous) {
        this.session = session;
        this.folder = folder;
        this.anonymous = anonymous;
        // Carried bytes without a reference are left out.
        carried = Carried.NOTHING;
    }

    /**
     * The session with the bytes of all its files, each with its SHA-256. Paths are changed to {@code folder}, since the original
     * folder is not needed to read them.
     *
     * @throws BadInputException if a file is missing or altered
     */
    public static Session carried(Session session, Path folder) {
        return new Sources(session, Optional.of(folder), false).named();
    }

    /**
     * The session with the bytes of all its files, whose names and folders are replaced by numbers, so that a caption that names
     * a file does not identify an author.
     *
     * @throws BadInputException if a file is missing or altered
     */
    public static Session anonymous(Session session) {
        return new Sources(session, Optional.of(Path.of("")), true).named();
    }

    /**
     * The session without bytes, all files named with their SHA-256.
     *
     * @throws BadInputException if a file is missing or altered
     */
    public static Session hashed(Session session) {
        return new Sources(session, Optional.empty(), false).named();
    }

    /** The session with {@code network} instead of the network that it refers to, unless that is the same. */
    public static Session withNetwork(Session session, LearnedScore network) {
        byte[] bytes = WeightsFile.bytes(network);
        String hash = Carried.sha256(bytes);
        var named = session.score().network();
        if (named.sha256().equals(Optional.of(hash))) {
            return session.withCarried(session.carried().with(bytes));
        }
        return session.withScore(session.score().withNetwork(new NetworkFile(Optional.empty(), Optional.of(hash))))
                .withCarried(session.carried().with(bytes));
    }

    private Session named() {
        var density = session.density();
        if (density instanceof DensitySpec.File file) {
            String hash = hash(Optional.of(file.file()), file.sha256(), "density");
            density = new DensitySpec.File(place(file.file(), hash), file.bandwidth(), file.count(), Optional.of(hash));
        }
        var score = session.score();
        var network = score.network();
        if (network.given()) {
            String hash = hash(network.file(), network.sha256(), "score");
            score = score.withNetwork(
                    new NetworkFile(network.file().map(file -> place(file, hash)), Optional.of(hash)));
        }
        var panels = session.figure().panels().stream()
                .map(panel -> new FigurePanel(patch(panel.patch()), panel.title(), panel.letter()))
                .toList();
        List<Patch> lanes = new ArrayList<>();
        session.lanes().forEach(lane -> lanes.add(patch(lane)));
        return session.withDensity(density)
                .withScore(score)
                .withFigure(session.figure().withPanels(panels))
                .withLanes(lanes)
                .withCarried(carried);
    }

    private Patch patch(Patch given) {
        Map<String, Object> changes = new HashMap<>();
        for (String section : List.of("density", "score")) {
            if (given.changes().get(section) instanceof Map<?, ?> object
                    && (object.get("file") instanceof String || object.get("sha256") instanceof String)) {
                var file = text(object, "file").map(Path::of);
                var named = new HashMap<String, Object>();
                String hash = hash(file, text(object, "sha256"), section);
                named.put("sha256", hash);
                file.ifPresent(path -> named.put("file", place(path, hash).toString()));
                changes.put(section, named);
            }
        }
        return given.and(new Patch(changes));
    }

    private static Optional<String> text(Map<?, ?> object, String key) {
        return object.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private String hash(Optional<Path> file, Optional<String> sha256, String section) {
        byte[] bytes = SourceBytes.of(session.carried(), file, sha256, section);
        if (folder.isPresent()) {
            carried = carried.with(bytes);
        }
        return Carried.sha256(bytes);
    }

    private Path place(Path file, String hash) {
        var name = file.getFileName();
        if (folder.isEmpty() || name == null) {
            return file;
        }
        return folder.get().toAbsolutePath().normalize().resolve(anonymous ? number(name, hash) : name.toString());
    }

    /** A number for the content of a file, with the ending by which it is read. */
    private String number(Path name, String hash) {
        int number = numbers.computeIfAbsent(hash, _ -> numbers.size() + 1);
        return number + name.toString().replaceFirst("^.*?(\\.[^.]*)?$", "$1");
    }
}
