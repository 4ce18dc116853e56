package scorescope.core.objective;

import scorescope.core.network.WeightArray;

/** An objective that is the mean of one loss per sample. */
public interface Pointwise extends Objective {
    /** The loss of the sample selected in {@code at}; its derivatives are added there. */
    double loss(Samples at);

    @Override
    default double lossAndGradient(Samples samples, WeightArray weights, WeightArray gradient) {
        samples.forward(weights);
        var batch = samples.batch();
        double sum = 0;
        for (int j = 0; j < batch.size(); j++) {
            samples.turnTo(j);
            double loss = loss(samples);
            batch.losses()[j] = loss;
            sum += loss;
        }
        samples.network().backward(weights, batch.size(), gradient);
        return sum / batch.total();
    }
}
