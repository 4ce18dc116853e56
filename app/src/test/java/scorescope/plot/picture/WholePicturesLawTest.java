package scorescope.plot.picture;

import java.util.List;
import org.junit.jupiter.api.Tag;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;

/** {@link PicturesLawTest} in every format, studies at three moments. */
@Tag("exhaustive")
final class WholePicturesLawTest extends PicturesLawTest {
    @Override
    List<ExportFormat> formats(int member) {
        return ExportCatalog.formats();
    }

    @Override
    double[] moments() {
        return new double[] {0, 0.43, 1};
    }
}
