package scorescope.plot.paint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Macros of LaTeX and the characters that they stand for, one table for reading and writing. */
public final class LatexSymbols {
    /** Pairs of a character and its macro, for both directions. */
    private static final String BOTH = """
            α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho
            σ sigma ς varsigma τ tau φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Σ Sigma Φ Phi Ψ Psi Ω Omega
            ∇ nabla ∂ partial ∞ infty ∫ int ∑ sum ∏ prod · cdot × times ÷ div ± pm ≤ leq ≥ geq ≠ neq ≈ approx ∼ sim
            ≪ ll ≫ gg ∝ propto → rightarrow ← leftarrow ↑ uparrow ↓ downarrow ↔ leftrightarrow ⇒ Rightarrow ∈ in
            ′ prime ∘ circ • bullet ∗ ast ¬ neg""";

    /** Pairs of a character and a macro that is written for it, but read as another character. */
    private static final String WRITTEN = """
            ϵ epsilon µ mu ∆ Delta ⋅ cdot √ surd ○ circ ● bullet ▸ triangleright ◇ diamond ◆ diamond""";

    /** Pairs of a character and a further macro that is read as it. */
    private static final String READ = "ε epsilon φ phi ≤ le ≥ ge → to | mid … ldots … dots";

    private static final Map<String, String> WORDS =
            Map.of("log", "log ", "exp", "exp ", "min", "min ", "max", "max ", "quad", "  ", "left", "", "right", "");

    /** Characters that LaTeX's mathematics writes without a macro, or with more than one. */
    private static final Map<Integer, String> WRITTEN_OTHERWISE = Map.ofEntries(
            Map.entry((int) '‖', "\\|"),
            Map.entry((int) '∥', "\\|"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '½', "\\frac12 "),
            Map.entry((int) '¼', "\\frac14 "),
            Map.entry((int) '¾', "\\frac34 "),
            Map.entry((int) '°', "^{\\circ}"),
            Map.entry((int) '<', "<"),
            Map.entry((int) '>', ">"),
            Map.entry((int) '|', "|"),
            Map.entry((int) 'ℝ', "\\mathbf{R}"));

    private static final Map<String, String> CHARACTERS = characters();
    private static final Map<Integer, String> MACROS = macrosOfCharacters();

    private LatexSymbols() {}

    private static Map<String, String> characters() {
        var all = new HashMap<>(WORDS);
        for (var pairs : new String[] {BOTH, READ}) {
            var words = pairs.split("\\s+", -1);
            for (int i = 0; i < words.length; i += 2) {
                all.put(words[i + 1], words[i]);
            }
        }
        return Map.copyOf(all);
    }

    private static Map<Integer, String> macrosOfCharacters() {
        var all = new HashMap<>(WRITTEN_OTHERWISE);
        for (var pairs : new String[] {BOTH, WRITTEN}) {
            var words = pairs.split("\\s+", -1);
            for (int i = 0; i < words.length; i += 2) {
                all.put(words[i].codePointAt(0), "\\" + words[i + 1] + " ");
            }
        }
        return Map.copyOf(all);
    }

    /** Names of all macros that are read. */
    static Set<String> names() {
        return CHARACTERS.keySet();
    }

    /** The text that macro {@code name} stands for; empty if the macro is unknown. */
    static Optional<String> text(String name) {
        return Optional.ofNullable(CHARACTERS.get(name));
    }

    /** A character as mathematics in LaTeX; empty if it is not a symbol of mathematics. */
    public static Optional<String> mathematics(int character) {
        return Optional.ofNullable(MACROS.get(character));
    }
}
