package scorescope.plot.picture;

import java.util.List;
import org.junit.jupiter.api.Tag;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportFormat;

/** {@link SamplersLawTest} in every format. */
@Tag("exhaustive")
final class WholeSamplersLawTest extends SamplersLawTest {
    @Override
    List<ExportFormat> formats(int member) {
        return ExportCatalog.formats();
    }
}
