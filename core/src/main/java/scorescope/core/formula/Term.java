package scorescope.core.formula;

/** Part of a formula. */
sealed interface Term {
    /** Its value and derivative at the value {@code t} of the variable. */
    Dual at(Dual t);

    record Constant(double value) implements Term {
        @Override
        public Dual at(Dual t) {
            return new Dual(value, 0);
        }
    }

    record Variable() implements Term {
        @Override
        public Dual at(Dual t) {
            return t;
        }
    }

    record Negative(Term term) implements Term {
        @Override
        public Dual at(Dual t) {
            return new Dual(0, 0).minus(term.at(t));
        }
    }

    record Call(FormulaFunction function, Term argument) implements Term {
        @Override
        public Dual at(Dual t) {
            return function.of(argument.at(t));
        }
    }

    /** {@code operator} is one of + - * / ^. */
    record Binary(char operator, Term left, Term right) implements Term {
        @Override
        public Dual at(Dual t) {
            var a = left.at(t);
            var b = right.at(t);
            return switch (operator) {
                case '+' -> a.plus(b);
                case '-' -> a.minus(b);
                case '*' -> a.times(b);
                case '/' -> a.over(b);
                case '^' -> a.power(b);
                default -> throw new IllegalStateException("no operator " + operator);
            };
        }
    }
}
