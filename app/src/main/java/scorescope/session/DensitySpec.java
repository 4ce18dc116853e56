package scorescope.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import scorescope.core.density.Component;
import scorescope.core.io.Endings;

/** The distribution that is studied. */
public sealed interface DensitySpec {
    record Preset(String name) implements DensitySpec {}

    record Components(List<Component> components) implements DensitySpec {
        public Components {
            components = List.copyOf(components);
        }
    }

    /** Points with a Gaussian kernel of standard deviation {@code bandwidth}; x and y alternate in {@code xy}. */
    record Points(List<Double> xy, double bandwidth) implements DensitySpec {
        public Points {
            xy = List.copyOf(xy);
        }
    }

    /**
     * Points in a CSV, NPY or NPZ file, or from the dark pixels of a picture, treated like {@link Points}.
     *
     * @param count number of points drawn from a picture; ignored for a file of points
     * @param sha256 required hash of the file's bytes, in lower-case hexadecimal; empty for no requirement
     */
    record File(Path file, double bandwidth, int count, Optional<String> sha256) implements DensitySpec {
        public File(Path file) {
            this(file, Optional.empty());
        }

        public File(Path file, Optional<String> sha256) {
            this(
                    file,
                    SessionParameters.BANDWIDTH.standard(),
                    Math.toIntExact(SessionParameters.COUNT.standard()),
                    sha256);
        }

        /** Whether the file's name is that of a picture; only its bytes decide whether it is one. */
        public boolean namesPicture() {
            return Endings.has(file, Endings.PICTURES);
        }
    }

    /** The width of the Gaussian on every point, for densities of points; empty for others. */
    default Optional<Double> pointWidth() {
        return switch (this) {
            case Points points -> Optional.of(points.bandwidth());
            case File file -> Optional.of(file.bandwidth());
            case Preset _, Components _ -> Optional.empty();
        };
    }

    /** The same points with Gaussians of another width; other densities unchanged. */
    default DensitySpec withPointWidth(double changed) {
        return switch (this) {
            case Points points -> new Points(points.xy(), changed);
            case File file -> new File(file.file(), changed, file.count(), file.sha256());
            case Preset _, Components _ -> this;
        };
    }

    /** The same picture with another number of points; other densities unchanged. */
    default DensitySpec withCount(int changed) {
        return this instanceof File file ? new File(file.file(), file.bandwidth(), changed, file.sha256()) : this;
    }
}
