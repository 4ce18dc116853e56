package scorescope.core.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The functions that formulas may call; NumPy has each under the same name. */
enum FormulaFunction {
    EXP {
        @Override
        Dual of(Dual u) {
            double exp = Math.exp(u.value());
            return u.chain(exp, exp);
        }
    },
    LOG {
        @Override
        Dual of(Dual u) {
            return u.chain(Math.log(u.value()), 1 / u.value());
        }
    },
    SQRT {
        @Override
        Dual of(Dual u) {
            double root = Math.sqrt(u.value());
            return u.chain(root, 0.5 / root);
        }
    },
    SIN {
        @Override
        Dual of(Dual u) {
            return u.chain(Math.sin(u.value()), Math.cos(u.value()));
        }
    },
    COS {
        @Override
        Dual of(Dual u) {
            return u.chain(Math.cos(u.value()), -Math.sin(u.value()));
        }
    },
    TAN {
        @Override
        Dual of(Dual u) {
            double tan = Math.tan(u.value());
            return u.chain(tan, 1 + tan * tan);
        }
    },
    TANH {
        @Override
        Dual of(Dual u) {
            double tanh = Math.tanh(u.value());
            return u.chain(tanh, 1 - tanh * tanh);
        }
    };

    abstract Dual of(Dual u);

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FormulaFunction> named(String name) {
        return Arrays.stream(values())
                .filter(function -> function.written().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(FormulaFunction::written).toList();
    }
}
