package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/**
 * A picture in words: density, noise level, what is shown, the sampler, and numbers read off the picture. The same text
 * is used by the command line, as alternative text of exported figures, in captions and for screen readers.
 *
 * @param sentences at least two, together at most {@link #MOST_WORDS} words
 * @param numbers the numbers in the sentences, unrounded, by name
 * @param seed of the sampler's noise
 */
public record Description(List<String> sentences, Map<String, Double> numbers, long seed) {
    public static final int MOST_WORDS = 80;

    /** Version of the program. */
    public static final String VERSION = "0.1.0";

    public Description {
        sentences = List.copyOf(sentences);
        numbers = Map.copyOf(numbers);
    }

    /**
     * The picture of {@code session} in words.
     *
     * @throws scorescope.core.BadInputException if the session asks for what there is not
     */
    public static Description of(Session session, Findings findings) {
        return of(StudyInputs.of(session, findings));
    }

    /** The picture of these inputs in words; particles that it shows are computed if they are not known. */
    static Description of(StudyInputs inputs) {
        return Words.in(NotationCatalog.named(inputs.session().notation()), () -> {
            var known =
                    DescribedInputs.plain(inputs) ? ShownParticles.seen(inputs, ShownParticles.found(inputs)) : inputs;
            return new Description(shortened(known), known);
        });
    }

    private Description(DescribedNumbers reading, StudyInputs inputs) {
        this(reading.sentences(), reading.numbers(), inputs.session().sampler().seed());
    }

    /** As many sentences with numbers as {@link #MOST_WORDS} allows, the most important first. */
    private static DescribedNumbers shortened(StudyInputs inputs) {
        var described = new DescribedInputs(inputs);
        var sentences = new ArrayList<>(List.of(described.density(), described.shown(), described.sampler()));
        var numbers = new LinkedHashMap<String, Double>();
        int words = sentences.stream().mapToInt(Description::words).sum();
        for (Optional<DescribedNumbers> reading : new DescribedReadings(inputs).all()) {
            int more = reading.stream()
                    .flatMap(read -> read.sentences().stream())
                    .mapToInt(Description::words)
                    .sum();
            if (reading.isPresent() && words + more <= MOST_WORDS) {
                sentences.addAll(reading.get().sentences());
                numbers.putAll(reading.get().numbers());
                words += more;
            }
        }
        return new DescribedNumbers(sentences, numbers);
    }

    /** Sentences with the numbers that they state. */
    record DescribedNumbers(List<String> sentences, Map<String, Double> numbers) {}

    /** The whole text in one line. */
    public String text() {
        return String.join(" ", sentences);
    }

    /** The text with the seed and the version of the program, for a figure's caption. */
    public String caption() {
        return text() + " " + Words.text("figure.describe.origin", Long.toString(seed), VERSION);
    }

    /** Number of words of {@link #text}, which are separated by blanks. */
    public int words() {
        return words(text());
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
