package scorescope.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void aCoordinateThatIsARoundingErrorIsNought() {
        assertEquals(0, Digits.cleaned(-2e-16, 0.12));
        assertEquals(0, Digits.cleaned(3e-10, 1e4));
        assertEquals(1e-9, Digits.cleaned(1e-9, 1e-6));
        assertEquals(-2.5, Digits.cleaned(-2.5, 0.6));
    }
}
