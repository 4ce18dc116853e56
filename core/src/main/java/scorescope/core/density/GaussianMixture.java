package scorescope.core.density;

import java.util.List;

/** Σ w_k N(μ_k, Σ_k); weights are normalised to sum to one. Immutable. */
public record GaussianMixture(List<Component> components) {
    public GaussianMixture {
        if (components.isEmpty()) {
            throw new IllegalArgumentException("a mixture needs at least one component");
        }
        double total = components.stream().mapToDouble(Component::weight).sum();
        components = components.stream()
                .map(c -> new Component(c.weight() / total, c.meanX(), c.meanY(), c.xx(), c.xy(), c.yy()))
                .toList();
    }
}
