package scorescope.ui.noise;

import java.util.ArrayList;
import java.util.List;

/** Positive values from {@code lowest} to {@code highest} along a bar by their logarithm, position 0 to 1. */
record LogAxis(double lowest, double highest) {
    double position(double value) {
        return Math.clamp(Math.log(Math.max(value, lowest) / lowest) / Math.log(highest / lowest), 0, 1);
    }

    double value(double position) {
        double at = Math.clamp(position, 0, 1);
        return at == 0 ? lowest : at == 1 ? highest : lowest * Math.pow(highest / lowest, at);
    }

    /** Values 1, 2 and 5 of every decade, or only the powers of ten if there is no room for more. */
    List<Double> ticks(int room) {
        var all = new ArrayList<Double>();
        var tens = new ArrayList<Double>();
        for (int power = (int) Math.floor(Math.log10(lowest)); power <= Math.log10(highest) + 1; power++) {
            for (int mantissa : new int[] {1, 2, 5}) {
                double value = Double.parseDouble(mantissa + "e" + power);
                if (value >= lowest * (1 - 1e-9) && value <= highest * (1 + 1e-9)) {
                    all.add(value);
                    if (mantissa == 1) {
                        tens.add(value);
                    }
                }
            }
        }
        return List.copyOf(all.size() <= room ? all : tens);
    }
}
