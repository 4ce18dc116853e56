package scorescope.session.code;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.score.LearnedScore;
import scorescope.session.Session;

/** The pieces that read a trained network as a score. */
record PythonNetwork(LearnedScore network, Session session) {
    /**
     * Names of the pieces.
     *
     * @param withProcess whether the process's piece is added if the network's input is in the process's coordinates
     */
    List<String> pieces(boolean withProcess) {
        var architecture = network.weights().architecture();
        var domain = network.domain();
        var prediction = domain.prediction();
        if (architecture.energy()) {
            throw PythonProgram.unwritten("score", "training.output=energy");
        }
        boolean preconditioned = domain.sigmaData() > 0;
        if (!preconditioned && prediction.needsProcess()) {
            throw PythonProgram.unwritten("score", "training.prediction=" + prediction.id());
        }
        var process = domain.noiseProcess();
        boolean plain = process.alpha(process.tMax()) == 1;
        if (!plain && !domain.process().equals(session.process())) {
            throw PythonProgram.unwritten("process", domain.process().kind());
        }
        var pieces = new ArrayList<String>();
        if (!plain && withProcess) {
            pieces.add("process-" + session.process().kind());
        }
        if (!plain) {
            pieces.add("ratio");
        }
        pieces.add(plain ? "coordinates-plain" : "coordinates-process");
        pieces.add("activation-" + architecture.activation().id());
        pieces.add("embedding-" + architecture.noiseEmbedding().id());
        pieces.add("reading-" + (preconditioned ? "preconditioned" : prediction.id()));
        pieces.add("score-learned");
        return pieces;
    }
}
