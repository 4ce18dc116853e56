package scorescope.core.density;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import scorescope.core.BadInputException;
import scorescope.core.noise.NoiseLevel;

/** Σ w_k N(μ_k, Σ_k); weights are normalised to sum to one. Immutable. */
public record GaussianMixture(List<Component> components) {
    public GaussianMixture {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("a mixture needs at least one component");
        }
        double total = components.stream().mapToDouble(Component::weight).sum();
        components =
                components.stream().map(c -> c.withWeight(c.weight() / total)).toList();
    }

    /** p(x | c): the components of class {@code label}; empty if there are none. */
    public Optional<GaussianMixture> given(String label) {
        var own = components.stream().filter(c -> c.label().equals(label)).toList();
        return own.isEmpty() ? Optional.empty() : Optional.of(new GaussianMixture(own));
    }

    /** The classes of the components, each once, in the order of their first component. */
    public List<String> labels() {
        return components.stream()
                .map(Component::label)
                .filter(label -> !label.isEmpty())
                .distinct()
                .toList();
    }

    /** The distribution of αx₀ + σε: means αμ_k, covariances α²Σ_k + σ²I. */
    public GaussianMixture noised(NoiseLevel level) {
        double alpha = level.alpha();
        double signal = alpha * alpha;
        double noise = level.sigma() * level.sigma();
        return new GaussianMixture(components.stream()
                .map(c -> new Component(
                        c.weight(),
                        alpha * c.meanX(),
                        alpha * c.meanY(),
                        signal * c.xx() + noise,
                        signal * c.xy(),
                        signal * c.yy() + noise,
                        c.label()))
                .toList());
    }

    /** Whether αx₀ + σε has a density; at σ = 0, components that are points or lines have none. */
    public boolean hasDensity(NoiseLevel level) {
        return level.sigma() > 0 || components.stream().allMatch(c -> c.determinant() > 0);
    }

    /** @throws BadInputException if there is no density at this level; the message names the remedy */
    public void requireDensity(NoiseLevel level) {
        if (!hasDensity(level)) {
            throw BadInputException.of("noise", "core.gaussian-mixture.points-without-density");
        }
    }

    /** Mean Σ w_k μ_k and covariance Σ w_k (Σ_k + (μ_k − mean)(μ_k − mean)ᵀ). */
    public Moments moments() {
        double meanX = 0;
        double meanY = 0;
        for (var c : components) {
            meanX += c.weight() * c.meanX();
            meanY += c.weight() * c.meanY();
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (var c : components) {
            double dx = c.meanX() - meanX;
            double dy = c.meanY() - meanY;
            xx += c.weight() * (c.xx() + dx * dx);
            xy += c.weight() * (c.xy() + dx * dy);
            yy += c.weight() * (c.yy() + dy * dy);
        }
        return new Moments(meanX, meanY, xx, xy, yy);
    }

    /**
     * The smallest box that contains every component out to {@code deviations} of its standard deviations along each axis;
     * a mixture of a single point gets a box of side 1 around it.
     */
    public Box bounds(double deviations) {
        double x0 = Double.POSITIVE_INFINITY;
        double x1 = Double.NEGATIVE_INFINITY;
        double y0 = Double.POSITIVE_INFINITY;
        double y1 = Double.NEGATIVE_INFINITY;
        for (var c : components) {
            double rx = deviations * Math.sqrt(c.xx());
            double ry = deviations * Math.sqrt(c.yy());
            x0 = Math.min(x0, c.meanX() - rx);
            x1 = Math.max(x1, c.meanX() + rx);
            y0 = Math.min(y0, c.meanY() - ry);
            y1 = Math.max(y1, c.meanY() + ry);
        }
        double padX = x1 > x0 ? 0 : 0.5;
        double padY = y1 > y0 ? 0 : 0.5;
        return new Box(x0 - padX, x1 + padX, y0 - padY, y1 + padY);
    }

    /**
     * Independent exact samples. The same seed always gives the same samples, and the first n of a longer draw are
     * the draw of n.
     *
     * @param seed any number
     * @param x first coordinates in data units; overwritten
     * @param y second coordinates; overwritten; as long as {@code x}
     */
    public void draw(long seed, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x and y differ in length: " + x.length + ", " + y.length);
        }
        int count = components.size();
        double[] cumulative = new double[count];
        double[] l11 = new double[count];
        double[] l21 = new double[count];
        double[] l22 = new double[count];
        double total = 0;
        for (int k = 0; k < count; k++) {
            var c = components.get(k);
            total += c.weight();
            cumulative[k] = total;
            l11[k] = Math.sqrt(c.xx());
            l21[k] = l11[k] > 0 ? c.xy() / l11[k] : 0;
            l22[k] = Math.sqrt(Math.max(0, c.yy() - l21[k] * l21[k]));
        }
        var random = new SplittableRandom(seed);
        for (int i = 0; i < x.length; i++) {
            double u = random.nextDouble() * total;
            int k = 0;
            while (k < count - 1 && u >= cumulative[k]) {
                k++;
            }
            // The Box–Muller transform, computed here so that samples do not depend on the version of the Java library.
            double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
            double angle = 2 * Math.PI * random.nextDouble();
            double z1 = radius * Math.cos(angle);
            double z2 = radius * Math.sin(angle);
            var c = components.get(k);
            x[i] = c.meanX() + l11[k] * z1;
            y[i] = c.meanY() + l21[k] * z1 + l22[k] * z2;
        }
    }
}
