package scorescope.plot.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import scorescope.core.parameter.Kind;
import scorescope.plot.study.run.Study;
import scorescope.words.Words;

/** The studies in the order of the course: rows of questions that build on each other. */
public final class Course {
    private static final List<Part> PARTS = parts();

    private Course() {}

    /**
     * A row of the course.
     *
     * @param title in two or three words
     * @param about the common subject of its studies
     */
    public record Part(String title, String about, List<Kind<Study>> studies) {}

    /**
     * Position of a study in the course.
     *
     * @param number from 1, in its part
     */
    public record Place(Part part, int number) {}

    public static List<Part> rows() {
        return PARTS;
    }

    /** All studies, row after row. */
    public static List<Kind<Study>> studies() {
        return PARTS.stream().flatMap(part -> part.studies().stream()).toList();
    }

    public static Place place(String study) {
        return PARTS.stream()
                .flatMap(part -> part.studies().stream()
                        .filter(kind -> kind.id().equals(study))
                        .map(kind -> new Place(part, part.studies().indexOf(kind) + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** The study a number of places later, or earlier; empty beyond the ends. */
    public static Optional<Kind<Study>> from(String study, int by) {
        var all = studies();
        int at = all.stream().map(Kind::id).toList().indexOf(study) + by;
        return at < 0 || at >= all.size() ? Optional.empty() : Optional.of(all.get(at));
    }

    /** The question that a study answers, or its name if none is written. */
    public static String question(Kind<Study> study) {
        String key = "study.question." + study.id();
        return Words.has(key) ? Words.text(key) : Words.written(study.title());
    }

    /** Synonyms for what a study shows. */
    public static String synonyms(Kind<Study> study) {
        String key = "study.synonyms." + study.id();
        return Words.has(key) ? Words.text(key) : "";
    }

    /** Whether a study matches a typed text: part of its question, name or synonyms. */
    public static boolean matches(Kind<Study> study, String typed) {
        String all = question(study) + " " + Words.written(study.title()) + " " + study.id() + " " + synonyms(study);
        var wanted = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        return List.of(wanted).stream().allMatch(all.toLowerCase(Locale.ROOT)::contains);
    }

    /** Builds the rows; a study that no row names is appended to the last one. */
    private static List<Part> parts() {
        var rest = new ArrayList<>(StudyCatalog.CATALOG.kinds());
        var all = new ArrayList<Part>();
        all.add(part(
                "noise-in", rest, "film-strip", "forward-process", "processes", "sub-variance", "schedules", "chains"));
        all.add(part(
                "noise-out",
                rest,
                "posterior-average",
                "fan-of-targets",
                "regression-to-the-mean",
                "sure",
                "sure-terms",
                "two-frame-video",
                "frame-coupling",
                "coarse-to-fine",
                "wrong-on-purpose"));
        all.add(part(
                "learning",
                rest,
                "training-step",
                "three-losses",
                "race",
                "predictable",
                "loss-weights",
                "score-errors",
                "error-amplification"));
        all.add(part(
                "sampling",
                rest,
                "sampling-step",
                "samplers",
                "sampling",
                "cost-quality",
                "growth",
                "step-sizes",
                "crossings",
                "two-starts",
                "basins",
                "round-trip",
                "one-dimension",
                "langevin-on-a-line",
                "guidance",
                "measurement"));
        var density = part("density", rest, "fokker-planck", "likelihood", "kl-fits", "divergences", "well-depths");
        var last = new ArrayList<>(density.studies());
        last.addAll(rest);
        all.add(new Part(density.title(), density.about(), List.copyOf(last)));
        return List.copyOf(all);
    }

    /**
     * @param rest the studies that are in no row yet; those of this row are removed
     */
    private static Part part(String key, List<Kind<Study>> rest, String... ids) {
        var studies = Arrays.stream(ids)
                .map(id -> StudyCatalog.CATALOG.kind(id, "view.study"))
                .toList();
        rest.removeAll(studies);
        return new Part(Words.text("study.row." + key), Words.text("study.row-about." + key), studies);
    }
}
