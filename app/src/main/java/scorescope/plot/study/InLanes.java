package scorescope.plot.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Choice;
import scorescope.plot.figure.Part;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.guide.Legend;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.Lane;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyClock;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Patch;
import scorescope.words.Words;

/**
 * Repeats a study that has no support for lanes: once for each lane of the session, row by row, at one moment. Without
 * lanes it shows the study unchanged.
 */
final class InLanes implements Study {
    private final Study alone;
    private final Memo<List<Choice>, List<Study>> studies;
    private final Lane.Cache lanes = new Lane.Cache();

    /**
     * @param create creates the study with its settings, which a lane may change
     */
    InLanes(Choice chosen, Function<Choice, Study> create) {
        alone = create.apply(chosen);
        studies = new Memo<>(choices -> choices.stream().map(create).toList());
    }

    private List<Lane> lanes(StudyInputs inputs) {
        return inputs.session().lanes().isEmpty() ? List.of() : lanes.of(inputs, List.of());
    }

    private List<Study> studies(List<Lane> compared) {
        return studies.of(compared.stream()
                .map(lane -> StudyInputs.chosen(lane.inputs().session()).orElseThrow())
                .toList());
    }

    @Override
    public Patch scene() {
        return alone.scene();
    }

    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        return alone.evidence(inputs, picture);
    }

    @Override
    public Optional<StudyClock> clock(StudyInputs inputs) {
        var compared = lanes(inputs);
        return compared.isEmpty()
                ? alone.clock(inputs)
                : studies(compared).getFirst().clock(compared.getFirst().inputs());
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var compared = lanes(inputs);
        if (compared.isEmpty()) {
            return alone.at(inputs, moment);
        }
        var each = studies(compared);
        return together(
                compared,
                IntStream.range(0, each.size())
                        .mapToObj(i -> each.get(i).at(compared.get(i).inputs(), moment))
                        .toList());
    }

    /** A sketch of each lane that offers one, if any does. */
    @Override
    public Optional<StudyScene> sketch(StudyInputs inputs, double moment) {
        var compared = lanes(inputs);
        if (compared.isEmpty()) {
            return alone.sketch(inputs, moment);
        }
        var each = studies(compared);
        var sketches = IntStream.range(0, each.size())
                .mapToObj(i -> each.get(i).sketch(compared.get(i).inputs(), moment))
                .toList();
        return sketches.stream().allMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(together(
                        compared,
                        IntStream.range(0, each.size())
                                .mapToObj(i -> sketches.get(i).orElseGet(() -> each.get(i)
                                        .at(compared.get(i).inputs(), moment)))
                                .toList()));
    }

    private static StudyScene together(List<Lane> compared, List<StudyScene> scenes) {
        int most = scenes.stream().mapToInt(scene -> scene.rows().size()).max().orElse(0);
        var rows = new ArrayList<Row>();
        for (int row = 0; row < most; row++) {
            var parts = new ArrayList<Part>();
            for (int i = 0; i < scenes.size(); i++) {
                if (row < scenes.get(i).rows().size()) {
                    var title = compared.get(i).title();
                    scenes.get(i).rows().get(row).parts().forEach(part -> parts.add(named(title, part)));
                }
            }
            rows.add(new Row(parts, true));
        }
        var first = scenes.getFirst();
        return new StudyScene(
                Words.text("study.comparison.description", first.description(), compared.size()),
                rows,
                notes(scenes),
                scenes.stream().flatMap(scene -> scene.shared().stream()).toList(),
                first.colorsBeside());
    }

    private static Part named(String lane, Part part) {
        return part.under(part.caption()
                .named(
                        Optional.empty(),
                        Optional.of(Words.text(
                                "study.comparison.part", lane, part.caption().title()))));
    }

    private static List<Legend.Entry> notes(List<StudyScene> scenes) {
        return List.copyOf(new LinkedHashSet<>(
                scenes.stream().flatMap(scene -> scene.notes().stream()).toList()));
    }
}
