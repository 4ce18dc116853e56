package scorescope.plot.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import scorescope.core.sampling.history.ParticleHistory;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.PlanePart;
import scorescope.plot.figure.ScenePlane;
import scorescope.plot.figure.ScenePlane.Bar;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.StudyScene.Sharing;
import scorescope.plot.guide.Legend;
import scorescope.plot.scene.SceneWords;
import scorescope.plot.study.run.StudyInputs;

/**
 * The plain stage: one plane for each score that the session shows, with its layers.
 *
 * @param parts from left to right
 * @param planes the contents of the parts
 * @param notes legend texts about all planes, before the entries of marks
 */
record PlainScene(List<Part> parts, List<ScenePlane> planes, List<String> notes) {

    /** The whole picture of a session. */
    static StudyScene of(StudyInputs inputs) {
        var plain = panels(inputs, Bar.SHARED, "");
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
     * The planes of a session; particles that are not known are computed.
     *
     * @param bar where their colours are explained
     * @param name of the panel in a composed figure, else empty
     */
    static PlainScene panels(StudyInputs inputs, Bar bar, String name) {
        var captions = new PlaneCaptions(inputs, ShownParticles.layers(inputs.session()));
        var notes = new ArrayList<>(captions.notes());
        var parts = new ArrayList<Part>();
        var planes = new ArrayList<ScenePlane>();
        for (var shown : StagePlane.whole(inputs)) {
            var particles = shown.scene().particles();
            if (particles.count() > 0 && !particles.past().equals(ParticleHistory.Past.NONE)) {
                notes.add(captions.run(particles.past()));
            }
            SceneWords.outside(particles, inputs.session().view().box()).ifPresent(notes::add);
            var plane = ScenePlane.printed(shown.scene(), shown.layers(), bar, name);
            planes.add(plane);
            parts.add(new PlanePart(shown.caption(), inputs.session().view().box(), plane));
        }
        return new PlainScene(parts, planes, notes.stream().distinct().toList());
    }

    /** Titles and formulas in one line of plain text. */
    String description() {
        return parts.stream()
                .map(part ->
                        (part.caption().title() + " " + part.caption().formula().plain()).strip())
                .collect(Collectors.joining("; "));
    }
}
