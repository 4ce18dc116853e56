package scorescope.session;

import scorescope.core.density.DensityCatalog;
import scorescope.words.Words;

/** Names of distributions for people. */
public final class DensityNames {
    private DensityNames() {}

    public static String of(DensitySpec density) {
        return switch (density) {
            case DensitySpec.Preset preset ->
                Words.written(
                        DensityCatalog.CATALOG.kind(preset.name(), "preset").title());
            case DensitySpec.Components _ -> Words.text("ui.header.my-mixture");
            case DensitySpec.Points _ -> Words.text("ui.header.my-points");
            case DensitySpec.File file -> file.file().getFileName().toString();
        };
    }
}
