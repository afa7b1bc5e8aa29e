package io.github.spinodal.eis.io;

import io.github.spinodal.core.data.ImpedanceSpectrum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The self-written samples of each dialect: 10 ohm in series with 100 ohm parallel to 10 uF, thirteen points. */
final class SampleFiles {
    /** Names of the text samples. */
    static final List<String> TEXT = List.of(
            "autolab.txt",
            "biologic.mpt",
            "biologic-missing-frequency.mpt",
            "ch-instruments.txt",
            "decimal-comma.csv",
            "decimal-comma.txt",
            "gamry.DTA",
            "gamry-drift.DTA",
            "headerless.csv",
            "headerless-negated.txt",
            "parstat.txt",
            "polar.csv",
            "powersuite.txt",
            "project.csv",
            "two-sweeps.tsv",
            "versastudio.par",
            "zplot.z",
            "zplot-quoted.z");

    static final int POINTS = 13;

    private SampleFiles() {}

    static byte[] text(String name) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no test resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("test resource " + name, e);
        }
    }

    static double frequency(int i) {
        return Math.pow(10, 4 - i / 3.0);
    }

    static double real(double frequencyHz) {
        double x = 2 * Math.PI * frequencyHz * 100 * 1e-5;
        return 10 + 100 / (1 + x * x);
    }

    static double imaginary(double frequencyHz) {
        double x = 2 * Math.PI * frequencyHz * 100 * 1e-5;
        return -100 * x / (1 + x * x);
    }

    /** The largest error of a spectrum relative to the modulus, after taking off a shift of the real part. */
    static double largestError(ImpedanceSpectrum spectrum, double shift) {
        double largest = 0;
        for (int i = 0; i < spectrum.size(); i++) {
            double f = spectrum.frequency(i);
            double nominal = frequency((int) Math.round(3 * (4 - Math.log10(f))));
            double error =
                    Math.hypot(spectrum.real(i) - shift - real(nominal), spectrum.imaginary(i) - imaginary(nominal));
            largest = Math.max(largest, error / Math.hypot(real(nominal), imaginary(nominal)));
            largest = Math.max(largest, Math.abs(f / nominal - 1));
        }
        return largest;
    }

    /** A Zahner file with the given number of points. */
    static byte[] zahner(int points) {
        ByteBuffer bytes = ByteBuffer.allocate(12 + points * (4 * 8 + 2) + 16).order(ByteOrder.BIG_ENDIAN);
        bytes.putShort((short) 0).putInt(-1).putShort((short) 0).putInt(points - 1);
        for (int i = points - 1; i >= 0; i--) {
            bytes.putDouble(frequency(i));
        }
        for (int i = points - 1; i >= 0; i--) {
            bytes.putDouble(Math.hypot(real(frequency(i)), imaginary(frequency(i))));
        }
        for (int i = points - 1; i >= 0; i--) {
            bytes.putDouble(Math.atan2(imaginary(frequency(i)), real(frequency(i))));
        }
        for (int i = points - 1; i >= 0; i--) {
            bytes.putDouble(i);
        }
        for (int i = 0; i < points; i++) {
            bytes.putShort((short) 1000);
        }
        return bytes.array();
    }

    /** A BioLogic file of an old (3) or a recent (11) version of the data module. */
    static byte[] biologic(int version) {
        boolean recent = version > 3;
        int dataOffset = recent ? 0x3ef : 0x196;
        int[] columns = {32, 37, 38, 36, 35, 4, 1, 2, 24, 131};
        int rowSize = 5 * 4 + 8 + 1 + 8 + 2;
        int length = dataOffset + POINTS * rowSize;
        ByteBuffer bytes = ByteBuffer.allocate(0x34 + 2 * 80 + 32 + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("BIO-LOGIC MODULAR FILE\u001a".getBytes(StandardCharsets.US_ASCII))
                .position(0x34);
        module(bytes, "VMP Set", recent, 10, 32);
        bytes.position(bytes.position() + 32);
        module(bytes, "VMP data", recent, version, length);
        int start = bytes.position();
        bytes.putInt(POINTS).putShort((short) columns.length);
        for (int column : columns) {
            bytes.putShort((short) column);
        }
        bytes.position(start + dataOffset);
        for (int i = 0; i < POINTS; i++) {
            double f = frequency(i);
            bytes.putFloat((float) f).putFloat((float) real(f)).putFloat((float) -imaginary(f));
            bytes.putFloat(0)
                    .putFloat(0)
                    .putDouble(i)
                    .put((byte) 3)
                    .putDouble(1)
                    .putShort((short) 0);
        }
        byte[] content = new byte[bytes.position()];
        bytes.get(0, content);
        return content;
    }

    private static void module(ByteBuffer bytes, String name, boolean recent, int version, int length) {
        bytes.put(String.format("MODULE%-10s%-25s", name, name).getBytes(StandardCharsets.US_ASCII));
        if (recent) {
            bytes.putInt(-1).putInt(length).putInt(0).putInt(version);
        } else {
            bytes.putInt(length).putInt(version);
        }
        bytes.put("01.02.26".getBytes(StandardCharsets.US_ASCII));
    }
}
