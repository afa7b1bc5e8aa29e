package io.github.spinodal.core.peaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.spinodal.core.InvalidValueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class TabulatedShapeTest {
    private static final double[] U = {-1, -0.5, 0, 0.5, 1};
    private static final double[] VALUE = {0, 0.5, 1, 0.5, 0};

    private static PeakShape shape() {
        return PeakShape.tabulated("measured line", U, VALUE);
    }

    private static double[] at(PeakShape shape, double u) {
        double[] result = new double[2];
        shape.profile().evaluate(u, result);
        return result;
    }

    @Test
    void passesThroughItsPointsAndEndsWithThem() {
        for (int i = 0; i < U.length; i++) {
            assertEquals(VALUE[i], at(shape(), U[i])[0], 1e-15);
        }
        assertEquals(0, at(shape(), 1.1)[0]);
        assertEquals(0, at(shape(), -1.1)[1]);
        double h = 1e-6;
        double slope = (at(shape(), 0.3 + h)[0] - at(shape(), 0.3 - h)[0]) / (2 * h);
        assertEquals(slope, at(shape(), 0.3)[1], 1e-8);
        // Simpson's rule over many panels of the spline itself.
        int panels = 4000;
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            double a = -1 + 2.0 * i / panels;
            double b = -1 + 2.0 * (i + 1) / panels;
            sum += (b - a) / 6 * (at(shape(), a)[0] + 4 * at(shape(), (a + b) / 2)[0] + at(shape(), b)[0]);
        }
        assertEquals(sum, shape().profile().integral(), 1e-12);
        assertEquals("measured line", shape().name());
        assertEquals("measured line (5 points)", shape().toString());
        assertTrue(shape().parameters().isEmpty());
    }

    @Test
    void survivesSerialisation() throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(shape());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            PeakShape back = (PeakShape) in.readObject();
            assertEquals(shape(), back);
            assertEquals(shape().hashCode(), back.hashCode());
            assertEquals(at(shape(), 0.3)[0], at(back, 0.3)[0]);
        }
    }

    @Test
    void equalsOnlyItsTwin() {
        assertNotEquals(shape(), PeakShape.tabulated("other", U, VALUE));
        assertNotEquals(shape(), PeakShape.tabulated("measured line", U, new double[] {0, 0.5, 1, 0.5, 0.1}));
        assertNotEquals(shape(), PeakShape.tabulated("measured line", new double[] {-1, -0.5, 0, 0.5, 1.1}, VALUE));
        assertNotEquals(
                shape().hashCode(), PeakShape.tabulated("measured line", U, U).hashCode());
        assertNotEquals(shape(), PeakShape.gauss());
    }

    @Test
    void refusesATableThatIsNoFunction() {
        assertThrows(InvalidValueException.class, () -> PeakShape.tabulated("", U, new double[4]));
        assertThrows(InvalidValueException.class, () -> PeakShape.tabulated("", new double[2], new double[2]));
        InvalidValueException twice = assertThrows(
                InvalidValueException.class, () -> PeakShape.tabulated("", new double[] {0, 1, 1}, new double[3]));
        assertEquals("u[2]", twice.name());
    }
}
