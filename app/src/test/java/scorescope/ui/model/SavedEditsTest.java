package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.parameter.Choice;
import scorescope.plot.export.SessionFile;
import scorescope.session.DensitySpec;
import scorescope.session.FigurePanel;
import scorescope.session.NetworkFile;
import scorescope.session.Patch;
import scorescope.session.RandomSessions;
import scorescope.session.ScoreSpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.Patches;
import scorescope.session.codec.SessionJson;
import scorescope.session.source.ProcessChange;
import scorescope.session.source.Resolved;

/** After any edit the window's session can be saved and opened, and is equal. */
final class SavedEditsTest {
    private static final int EDITS = 40;

    @TempDir
    Path folder;

    private EditedSession edited;
    private Session now;
    private int refused;

    @BeforeEach
    void open() {
        edited = new EditedSession(SessionDefaults.opening(), this::take, _ -> refused++, () -> 0);
    }

    /** Applies an edit as the model does, without files. */
    private void take(Session next) {
        var unused = Resolved.level(next, Resolved.process(next));
        now = next;
    }

    private void edit(UnaryOperator<Session> change) {
        edited.edit(change);
    }

    private Session saved() {
        String text = SessionJson.toText(now, folder);
        var opened = SessionFile.read(text, folder, "the session", List.of());
        assertEquals(text, SessionJson.toText(opened, folder));
        return now;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void anySequenceOfEditsCanBeReadAgain(long seed) {
        var random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < EDITS; i++) {
            var other = RandomSessions.session(random.nextLong(), folder);
            var before = now;
            edit(session -> changed(session, other, random));
            if (!now.equals(before)) {
                accepted++;
                saved();
            }
            if (random.nextInt(8) == 0) {
                edited.undo();
                saved();
            }
        }
        assertTrue(accepted > EDITS / 2, accepted + " edits taken, " + refused + " refused");
    }

    /** A random edit of the window, with values of {@code other}. */
    private Session changed(Session session, Session other, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> session.withSampler(other.sampler().at(session.sampler().step()));
            case 1 -> session.withSampler(session.sampler().at(other.sampler().step()));
            case 2 -> ProcessChange.to(session, other.process());
            case 3 -> random.nextBoolean() ? ProcessChange.byTime(session) : ProcessChange.bySigma(session);
            case 4 -> session.withNoise(other.noise());
            case 5 -> other.density() instanceof DensitySpec.File ? session : session.withDensity(other.density());
            case 6 -> session.withTraining(other.training());
            case 7 -> session.withView(other.view());
            case 8 -> session.withConditioning(other.conditioning());
            case 9 ->
                session.withScore(
                        random.nextBoolean()
                                ? other.score()
                                : new ScoreSpec.Analytic(new NetworkFile(Optional.empty(), Optional.empty())));
            case 10 -> {
                var panels = new ArrayList<>(session.figure().panels());
                if (panels.size() > 5) {
                    panels.removeFirst();
                }
                panels.add(FigurePanel.of(part(session, other, random)));
                yield session.withFigure(other.figure().withWidth("120mm").withPanels(panels));
            }
            default -> {
                var lanes = new ArrayList<>(session.lanes().size() > 4 ? List.<Patch>of() : session.lanes());
                lanes.add(part(session, other, random));
                lanes.add(part(session, other, random));
                yield session.withLanes(lanes);
            }
        };
    }

    /** A patch of one section or key that is valid for the session. */
    private static Patch part(Session session, Session other, Random random) {
        var whole = Patches.between(
                        session, session.withSampler(other.sampler()).withProcess(other.process()))
                .only(List.of("sampler", "process"));
        var sections = new ArrayList<>(whole.changes().keySet());
        String section = sections.isEmpty() ? "sampler" : sections.get(random.nextInt(sections.size()));
        if (whole.changes().get(section) instanceof Map<?, ?> keys && random.nextBoolean()) {
            String key = (String) new ArrayList<>(keys.keySet()).get(random.nextInt(keys.size()));
            return Patch.of(section, Map.of(key, keys.get(key)));
        }
        return whole.only(List.of(section));
    }

    /** A panel keeps its sampler if its parameter is not valid for the session's new one. */
    @Test
    void aPanelThatNamesAParameterOfAnotherSamplerKeepsItsSampler() {
        edit(session -> session.withSampler(session.sampler().withMethod(Choice.of("ddim"))));
        var lane = Patch.of("sampler.eta", 0.5);
        edit(session -> session.withFigure(
                        session.figure().withPanels(List.of(FigurePanel.of(Patch.of("sampler.eta", 0.5)))))
                .withLanes(List.of(lane, Patch.NONE)));
        var shown = Patches.apply(now, lane).sampler();
        edit(session -> session.withSampler(session.sampler().withMethod(Choice.of("langevin"))));
        assertEquals("langevin", now.sampler().method().kind());
        saved();
        assertEquals(
                shown,
                Patches.apply(now, now.figure().panels().getFirst().patch()).sampler());
        assertEquals(shown, Patches.apply(now, now.lanes().getFirst()).sampler());
        assertEquals(0, refused);
        edited.undo();
        assertEquals(lane, saved().lanes().getFirst());
    }

    /** An invalid new panel is refused, and the session is unchanged. */
    @Test
    void aNewPanelThatMakesNoSenseIsRefused() {
        var before = now;
        edit(session ->
                session.withFigure(session.figure().withPanels(List.of(FigurePanel.of(Patch.of("sampler.eta", 0.5))))));
        assertEquals(before, now);
        assertEquals(1, refused);
    }
}
