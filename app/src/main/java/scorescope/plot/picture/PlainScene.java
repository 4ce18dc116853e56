package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.StudyScene.Sharing;
import scorescope.plot.guide.Legend;
import scorescope.plot.scene.Particles;
import scorescope.plot.scene.Source;
import scorescope.plot.study.run.StudyInputs;

/**
 * The plain stage: one plane for each score that the session shows, with its layers.
 *
 * @param parts from left to right
 * @param planes the contents of the parts
 * @param notes what the legend says of all of them before it explains marks
 */
record PlainScene(List<Part> parts, List<ScenePlane> planes, List<String> notes) {

    /** The whole picture of a session. */
    static StudyScene of(StudyInputs inputs, Map<Source, Particles> particles) {
        var plain = panels(inputs, particles, true);
        var notes = new ArrayList<String>();
        notes.add(PlaneCaptions.level(inputs));
        notes.addAll(plain.notes());
        return new StudyScene(
                plain.description() + "; " + PlaneCaptions.level(inputs),
                List.of(new Row(plain.parts(), false)),
                notes.stream()
                        .map(note -> new Legend.Entry(Legend.NOTHING, note))
                        .toList(),
                Sharing.of(plain.planes()),
                true);
    }

    /**
     * The panels of a session.
     *
     * @param particles those that are known; others are computed
     * @param besideBar whether a bar beside all panels explains their colours
     */
    static PlainScene panels(StudyInputs inputs, Map<Source, Particles> particles, boolean besideBar) {
        inputs.resolved().requireDensity();
        var parts = new ArrayList<Part>();
        var planes = new ArrayList<ScenePlane>();
        var notes = new ArrayList<String>();
        for (var source : Source.of(inputs.session().shown())) {
            var shown = StagePlane.of(inputs, source, particles(inputs, source, particles));
            var past = shown.scene().particles().past();
            var captions = new PlaneCaptions(inputs, shown.layers());
            notes.addAll(captions.notes());
            if (shown.scene().particles().count() > 0 && !past.equals(ParticleHistory.Past.NONE)) {
                notes.add(captions.run(past));
            }
            var plane = besideBar
                    ? ScenePlane.besideBar(shown.scene(), shown.layers())
                    : new ScenePlane(shown.scene(), shown.layers());
            planes.add(plane);
            parts.add(new PlanePart(shown.caption(), inputs.session().view().box(), plane));
        }
        return new PlainScene(parts, planes, notes.stream().distinct().toList());
    }

    /** Known particles, or those of a run of the session's sampler; none where no layer shows them. */
    private static Particles particles(StudyInputs inputs, Source source, Map<Source, Particles> known) {
        if (!ShownParticles.among(ShownParticles.layers(inputs.session()).ids()) || !StagePlane.followsOne(source)) {
            return Particles.NONE;
        }
        return known.containsKey(source)
                ? known.get(source)
                : ShownParticles.of(inputs.resolved(), inputs.scene(source, inputs.level()));
    }

    /** Titles and formulas in one line of plain text. */
    String description() {
        return parts.stream()
                .map(part ->
                        (part.caption().title() + " " + part.caption().formula().plain()).strip())
                .collect(Collectors.joining("; "));
    }
}
