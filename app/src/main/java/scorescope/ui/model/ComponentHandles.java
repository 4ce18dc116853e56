package scorescope.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.Component;
import scorescope.core.density.Ellipse;

/**
 * Geometry of dragging a mixture's components on the picture. Pure functions without a UI toolkit.
 *
 * <p>The picture shows p_t, whose components stand at αμ_k; what is dragged is the clean component, seen through the
 * factor α.
 */
public final class ComponentHandles {
    /** The smallest standard deviation that a drag can set, in data units. */
    public static final double THINNEST = 0.02;

    /** The smallest weight of a component, so that none vanishes. */
    private static final double LEAST_SHARE = 1e-9;

    /** Factor by which one notch of the wheel multiplies or divides the weight. */
    private static final double NOTCH = 1.1;

    private static final double GRID = 0.25;
    private static final double ANGLES = Math.PI / 12;

    private ComponentHandles() {}

    /** What can be dragged: the mean, or an end of one of the ellipse's axes. */
    public enum Part {
        MEAN(0),
        EAST(0),
        NORTH(1),
        WEST(2),
        SOUTH(3);

        private final int quarters;

        Part(int quarters) {
            this.quarters = quarters;
        }

        /** Quarter turns from the ellipse's own first axis. */
        int quarters() {
            return quarters;
        }
    }

    /** A part of the component at {@code index}. */
    public record Grip(int index, Part part) {}

    /** Position of a grip on the picture, in data units: x, then y. */
    public static double[] position(Component c, Part part, double alpha) {
        if (part == Part.MEAN) {
            return new double[] {alpha * c.meanX(), alpha * c.meanY()};
        }
        var ellipse = Ellipse.of(c);
        double radius = part.quarters() % 2 == 0 ? ellipse.a() : ellipse.b();
        double turn = ellipse.angle() + part.quarters() * Math.PI / 2;
        return new double[] {
            alpha * (c.meanX() + radius * Math.cos(turn)), alpha * (c.meanY() + radius * Math.sin(turn))
        };
    }

    /**
     * What lies under (x, y): the end of an axis takes precedence over a mean, and the nearer over the farther.
     *
     * @param axesOf the component whose axes are shown, if any; only its axes can be dragged
     * @param reach largest distance that counts as a hit, in data units
     */
    public static Optional<Grip> at(
            List<Component> components, Optional<Integer> axesOf, double alpha, double x, double y, double reach) {
        Optional<Grip> best = Optional.empty();
        double nearest = reach;
        if (axesOf.isPresent() && axesOf.get() < components.size()) {
            int index = axesOf.get();
            for (var part : Part.values()) {
                double distance = distance(components.get(index), part, alpha, x, y);
                if (part != Part.MEAN && distance < nearest) {
                    nearest = distance;
                    best = Optional.of(new Grip(index, part));
                }
            }
        }
        if (best.isPresent()) {
            return best;
        }
        for (int i = 0; i < components.size(); i++) {
            double distance = distance(components.get(i), Part.MEAN, alpha, x, y);
            if (distance < nearest) {
                nearest = distance;
                best = Optional.of(new Grip(i, Part.MEAN));
            }
        }
        return best;
    }

    /** The component whose one-σ ellipse contains (x, y); of several, the one with the nearest mean. */
    public static Optional<Integer> inside(List<Component> components, double alpha, double x, double y) {
        Optional<Integer> best = Optional.empty();
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < components.size(); i++) {
            var c = components.get(i);
            var ellipse = Ellipse.of(c);
            double dx = x / alpha - c.meanX();
            double dy = y / alpha - c.meanY();
            double along = dx * Math.cos(ellipse.angle()) + dy * Math.sin(ellipse.angle());
            double across = dy * Math.cos(ellipse.angle()) - dx * Math.sin(ellipse.angle());
            double distance = Math.hypot(dx, dy);
            if (Math.hypot(along / ellipse.a(), across / ellipse.b()) <= 1 && distance < nearest) {
                nearest = distance;
                best = Optional.of(i);
            }
        }
        return best;
    }

    private static double distance(Component c, Part part, double alpha, double x, double y) {
        double[] at = position(c, part, alpha);
        return Math.hypot(at[0] - x, at[1] - y);
    }

    /**
     * The component as it is after {@code part} of {@code start} was pulled to (x, y).
     *
     * <p>The end of an axis sets the length and the direction of that axis; the other axis keeps its length and stays
     * perpendicular. Always pass the component as it was when the drag began: the axes of a covariance have no
     * identity, so they cannot be tracked from one event to the next.
     *
     * @param snap whether to round means to a grid of ¼, lengths to 0.05 and angles to 15°
     */
    public static Component dragged(Component start, Part part, double alpha, double x, double y, boolean snap) {
        double cleanX = x / alpha;
        double cleanY = y / alpha;
        if (part == Part.MEAN) {
            return start.withMean(snap ? snapped(cleanX, GRID) : cleanX, snap ? snapped(cleanY, GRID) : cleanY);
        }
        var ellipse = Ellipse.of(start);
        double dx = cleanX - start.meanX();
        double dy = cleanY - start.meanY();
        double length = Math.hypot(dx, dy);
        double turn = Math.atan2(dy, dx) - part.quarters() * Math.PI / 2;
        if (snap) {
            length = snapped(length, 0.05);
            turn = snapped(turn, ANGLES);
        }
        length = Math.max(THINNEST, length);
        double a = part.quarters() % 2 == 0 ? length : Math.max(THINNEST, ellipse.a());
        double b = part.quarters() % 2 == 0 ? Math.max(THINNEST, ellipse.b()) : length;
        return new Ellipse(a, b, turn).shape(start);
    }

    private static double snapped(double value, double grid) {
        return Math.round(value / grid) * grid;
    }

    /** {@code components} with one replaced. */
    public static List<Component> replaced(List<Component> components, int index, Component by) {
        var changed = new ArrayList<>(components);
        changed.set(index, by);
        return List.copyOf(changed);
    }

    /** One component with more weight (notches &gt; 0) or less; the weights are normalised again, none below 0.1 %. */
    public static List<Component> weighted(List<Component> components, int index, double notches) {
        var changed = new ArrayList<Component>(components.size());
        double total = 0;
        for (int i = 0; i < components.size(); i++) {
            double weight = components.get(i).weight() * (i == index ? Math.pow(NOTCH, notches) : 1);
            changed.add(components.get(i).withWeight(weight));
            total += weight;
        }
        for (int i = 0; i < changed.size(); i++) {
            var one = changed.get(i);
            changed.set(i, one.withWeight(Math.max(1e-3, one.weight() / total)));
        }
        return List.copyOf(changed);
    }

    /**
     * One component with this share of the total weight, kept a little away from 0 and 1; the others keep their ratios.
     */
    public static List<Component> share(List<Component> components, int index, double wanted) {
        double share = Math.clamp(wanted, LEAST_SHARE, 1 - LEAST_SHARE);
        double others = 0;
        for (int i = 0; i < components.size(); i++) {
            others += i == index ? 0 : components.get(i).weight();
        }
        var changed = new ArrayList<Component>(components.size());
        for (int i = 0; i < components.size(); i++) {
            var one = components.get(i);
            changed.add(one.withWeight(
                    components.size() == 1 ? 1 : i == index ? share : one.weight() * (1 - share) / others));
        }
        return List.copyOf(changed);
    }

    /** Adds a round component of average weight and width at (x, y) on the picture. */
    public static List<Component> added(List<Component> components, double alpha, double x, double y) {
        double width =
                components.stream().mapToDouble(Component::width).average().orElse(0.5);
        double weight =
                components.stream().mapToDouble(Component::weight).average().orElse(1);
        var changed = new ArrayList<>(components);
        changed.add(Component.isotropic(weight, x / alpha, y / alpha, Math.max(THINNEST, width)));
        return normalised(changed);
    }

    /** Removes a component; the last one stays, since a mixture needs one. */
    public static List<Component> removed(List<Component> components, int index) {
        if (components.size() == 1) {
            return components;
        }
        var changed = new ArrayList<>(components);
        changed.remove(index);
        return normalised(changed);
    }

    private static List<Component> normalised(List<Component> components) {
        double total = components.stream().mapToDouble(Component::weight).sum();
        return components.stream().map(c -> c.withWeight(c.weight() / total)).toList();
    }
}
