package scorescope.core.network;

import java.util.List;

/**
 * Name, shape and offset of a weight matrix or bias vector in the flat array of all weights.
 *
 * @param name as in files: E1, e1, …, W1, b1, …
 * @param shape (out, in) of a matrix, stored row-major; (out) of a bias
 * @param offset index of its first element
 */
public record NamedTensor(String name, List<Integer> shape, int offset) {
    public NamedTensor {
        shape = List.copyOf(shape);
    }

    public int size() {
        return shape.stream().reduce(1, (a, b) -> a * b);
    }
}
