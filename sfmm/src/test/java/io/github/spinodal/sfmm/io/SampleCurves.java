package io.github.spinodal.sfmm.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Self-written files of every dialect. All hold the same curve: Z from 2 to 128 nm in steps of 2 nm, contact at 80 nm,
 * slope one, a spring constant of 0.5 N/m, and an adhesion of 4 nm on the way back.
 */
final class SampleCurves {
    static final int SAMPLES = 64;
    static final double STEP_NM = 2;
    static final double SPRING = 0.5;

    private SampleCurves() {}

    /** Z of an approach sample (nm). */
    static double z(int i) {
        return STEP_NM * (i + 1);
    }

    /** Deflection (nm) at a Z (nm). */
    static double deflection(double z, boolean retract) {
        double contact = Math.max(0, z - 80);
        return retract && z < 80 && z > 74 ? -4 : contact;
    }

    /** Options of a NanoScope file. */
    record NanoScope(int version, int curves, int shift, int hold, boolean phase) {}

    /** A NanoScope file; deflection 0.5 nm per bit (10 nm/V times 0.05 V/LSB), phase 0.01 degree per bit. */
    static byte[] nanoScope(NanoScope options) {
        int width = options.version() >= 0x09200000 ? 4 : 2;
        int perCurve = 2 * SAMPLES + options.hold();
        int length = perCurve * width * options.curves();
        StringBuilder header = new StringBuilder();
        line(header, "\\*Force file list");
        line(header, String.format(Locale.ROOT, "\\Version: 0x%08X", options.version()));
        line(header, "\\*Scanner list");
        line(header, "\\@Sens. Zsens: V 10.00000 nm/V");
        line(header, "\\*Ciao scan list");
        line(header, "\\Trigger mode: Relative");
        line(header, "\\@Sens. DeflSens: V 10.00000 " + (width == 4 ? "" : "nm/V"));
        line(header, "\\@Sens. TR Phase: V 1.000000 ");
        line(header, "\\*Ciao force list");
        line(header, "\\Forward vel.: 25.6");
        line(header, "\\Reverse vel.: 12.8");
        line(header, "\\Hold Samples: " + options.hold());
        line(header, "\\@4:Trig threshold Deflection: V [Sens. DeflSens] (0.05000000 V/LSB) 4.800000 V");
        force(
                header,
                8192,
                length,
                "S [DeflectionError] \"Deflection Error\"",
                "V [Sens. DeflSens] (0.05000000 V/LSB) 2.5 V");
        if (options.phase()) {
            force(
                    header,
                    8192 + length,
                    length,
                    "S [TRPhase] \"TR Phase\"",
                    "V [Sens. TR Phase] (0.01000000 \u00b0/LSB) 180.0 \u00b0");
        }
        line(header, "\\*File list end");
        ByteBuffer bytes = ByteBuffer.allocate(8192 + options.shift() + (options.phase() ? 2 : 1) * length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header.toString().getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0x1A);
        bytes.position(8192 + options.shift());
        for (int channel = 0; channel < (options.phase() ? 2 : 1); channel++) {
            for (int curve = 0; curve < options.curves(); curve++) {
                for (int k = 0; k < perCurve; k++) {
                    put(bytes, width, channel == 0 ? deflectionBits(k) : 9000 - 10 * k);
                }
            }
        }
        return bytes.array();
    }

    private static int deflectionBits(int k) {
        if (k < SAMPLES) {
            return (int) Math.round(deflection(z(SAMPLES - 1 - k), false) / 0.5);
        }
        int i = k - SAMPLES;
        return i < SAMPLES ? (int) Math.round(deflection(z(SAMPLES - 1 - i), true) / 0.5) : 96;
    }

    private static void force(StringBuilder header, int offset, int length, String name, String scale) {
        line(header, "\\*Ciao force image list");
        line(header, "\\Data offset: " + offset);
        line(header, "\\Data length: " + length);
        line(header, "\\Bytes/pixel: 2");
        line(header, "\\Samps/line: 64 64");
        line(header, "\\Spring Constant: 0.5");
        line(header, "\\@4:Image Data: " + name);
        line(header, "\\@4:Z scale: " + scale);
        line(header, "\\@4:Ramp Size: V [Sens. Zsens] (0.0067 V/LSB) 12.80000 V");
    }

    private static void line(StringBuilder header, String text) {
        header.append(text).append("\r\n");
    }

    private static void put(ByteBuffer bytes, int width, int value) {
        if (width == 2) {
            bytes.putShort((short) value);
        } else {
            bytes.putInt(value);
        }
    }

    /** A JPK archive with shared headers; heights fall towards the sample, 20 nm per volt, bits of 0.1 mV. */
    static byte[] jpk() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "header.properties", bytes("type=force-scan-series\n"));
            String height = "lcd-info.0.channel.name=height\nlcd-info.0.conversion-set.conversions.default=nominal\n"
                    + conversion(0, "nominal", "volts", 0, 1e-6, "m") + encoder(0, 1e-4, "V");
            String deflection =
                    "lcd-info.1.channel.name=vDeflection\nlcd-info.1.conversion-set.conversions.default=force\n"
                            + conversion(1, "distance", "volts", 0, 20e-9, "m")
                            + conversion(1, "force", "distance", 0, SPRING, "N") + encoder(1, 1e-4, "V");
            entry(zip, "shared-data/header.properties", bytes("lcd-infos.count=2\n" + height + deflection));
            for (int segment = 0; segment < 2; segment++) {
                String folder = "segments/" + segment + "/";
                entry(
                        zip,
                        folder + "segment-header.properties",
                        bytes("force-segment-header.duration=0.5\n"
                                + "force-segment-header.settings.segment-settings.style="
                                + (segment == 0 ? "extend" : "retract")
                                + "\nchannels.list=height vDeflection\n" + channel("height", 0)
                                + channel("vDeflection", 1)));
                entry(zip, folder + "channels/height.dat", jpkSamples(segment == 1, true));
                entry(zip, folder + "channels/vDeflection.dat", jpkSamples(segment == 1, false));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] jpkSamples(boolean retract, boolean height) {
        ByteBuffer data = ByteBuffer.allocate(4 * SAMPLES);
        for (int i = 0; i < SAMPLES; i++) {
            double z = z(retract ? SAMPLES - 1 - i : i);
            double volts = height ? (5000 - z) * 1e-3 : deflection(z, retract) / 20;
            data.putInt((int) Math.round(volts / 1e-4));
        }
        return data.array();
    }

    private static String channel(String name, int index) {
        return "channel." + name + ".lcd-info.*=" + index + "\nchannel." + name + ".data.file.name=channels/" + name
                + ".dat\nchannel." + name + ".data.num-points=" + SAMPLES + "\n";
    }

    private static String encoder(int index, double multiplier, String unit) {
        String prefix = "lcd-info." + index + ".encoder.";
        return prefix + "type=signedinteger\n" + prefix + "scaling.style=offsetmultiplier\n" + prefix
                + "scaling.offset=0.0\n" + prefix + "scaling.multiplier=" + multiplier + "\n" + prefix
                + "scaling.unit.unit=" + unit + "\n";
    }

    private static String conversion(
            int index, String name, String base, double offset, double multiplier, String unit) {
        String prefix = "lcd-info." + index + ".conversion-set.conversion." + name + ".";
        return prefix + "defined=true\n" + prefix + "base-calibration-slot=" + base + "\n" + prefix
                + "scaling.style=offsetmultiplier\n" + prefix + "scaling.offset=" + offset + "\n" + prefix
                + "scaling.multiplier=" + multiplier + "\n" + prefix + "scaling.unit.unit=" + unit + "\n";
    }

    static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An Igor wave with the channels ZSnsr, Defl and Phase. */
    static byte[] ibw(ByteOrder order) {
        byte[] note = bytes("InvOLS: 2e-08\rSpringConstant: 0.5\rIndexes: 0,64,127\rDirection: NaN,1,-1,\r");
        int rows = 2 * SAMPLES;
        int data = 3 * rows * Float.BYTES;
        ByteBuffer wave = ByteBuffer.allocate(384 + data + note.length + 4 * 32).order(order);
        wave.putShort((short) 5)
                .putShort((short) 0)
                .putInt(320 + data)
                .putInt(0)
                .putInt(note.length);
        wave.putInt(44, 4 * 32 - 4 * 32);
        wave.putInt(40, 4 * 32);
        wave.putShort(64 + 16, (short) 2);
        wave.putInt(64 + 68, rows);
        wave.putInt(64 + 72, 3);
        wave.position(384);
        for (int channel = 0; channel < 3; channel++) {
            for (int k = 0; k < rows; k++) {
                boolean retract = k >= SAMPLES;
                double z = z(retract ? rows - 1 - k : k);
                wave.putFloat(
                        (float) (channel == 0 ? z * 1e-9 : channel == 1 ? deflection(z, retract) * 1e-9 : 90 - z / 2));
            }
        }
        wave.put(note);
        for (String label : new String[] {"", "ZSnsr", "Defl", "Phase"}) {
            wave.put(Arrays.copyOf(bytes(label), 32));
        }
        short sum = 0;
        for (int offset = 0; offset < 384; offset += 2) {
            sum += wave.getShort(offset);
        }
        wave.putShort(2, (short) -sum);
        return wave.array();
    }

    /** Text samples by name. */
    static final Map<String, String> TEXT = Map.of(
            "own.csv", own(), "nanoscope.txt", nanoScopeText(), "workshop.csv", workshop(), "nt-mdt.txt", ntMdt());

    private static String own() {
        StringBuilder text = new StringBuilder("# self-written\nphase (deg),z (nm),deflection (nm),amplitude (pm)\n");
        for (int k = 0; k < 2 * SAMPLES; k++) {
            boolean retract = k >= SAMPLES;
            double z = z(retract ? 2 * SAMPLES - 1 - k : k);
            text.append(90 - z / 2)
                    .append(',')
                    .append(z)
                    .append(',')
                    .append(deflection(z, retract))
                    .append(",150\n");
        }
        return text.toString();
    }

    private static String nanoScopeText() {
        StringBuilder text = new StringBuilder(
                "\"\\?Force file list\"\n\"\\Version: 0x07300000\"\n\"\\?Ciao scan list\"\n"
                        + "\"\\@Sens. DeflSens: V 20.00000 nm/V\"\n\"\\?Ciao force image list\"\n\"\\Spring Constant: 0.5\"\n"
                        + "\"\\*Force file list end\"\n"
                        + "Time_s_Ex\tTime_s_Rt\tCalc_Ramp_Ex_nm\tCalc_Ramp_Rt_nm\tDefl_nm_Ex\tDefl_nm_Rt\tDefl_pN_Ex\tDefl_pN_Rt\t\n");
        for (int i = 0; i < SAMPLES; i++) {
            double down = z(SAMPLES - 1 - i);
            double forth = deflection(z(i), false);
            double back = deflection(down, true);
            String rest = i == SAMPLES - 1 ? "%e\t\t%e\t\t%e\t\t%e\t\t\n" : "%e\t%e\t%e\t%e\t%e\t%e\t%e\t%e\t\n";
            text.append(
                    i == SAMPLES - 1
                            ? String.format(Locale.ROOT, rest, i * 1e-3, z(i), forth, forth * 500)
                            : String.format(
                                    Locale.ROOT,
                                    rest,
                                    i * 1e-3,
                                    1 + i * 1e-3,
                                    z(i),
                                    down,
                                    forth,
                                    back,
                                    forth * 500,
                                    back * 500));
        }
        return text.toString();
    }

    private static String workshop() {
        StringBuilder text = new StringBuilder("Force-Distance Curve\r\nFile Format:\t3\r\n\r\n"
                + "Extend Z-Sense(nm),Extend Force(nN),Retract Z-Sense(nm),Retract Force(nN)\r\n");
        for (int i = 0; i < SAMPLES; i++) {
            double down = z(SAMPLES - 1 - i);
            text.append(String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%.4f,%.4f\r\n",
                    z(i),
                    SPRING * deflection(z(i), false),
                    down,
                    SPRING * deflection(down, true)));
        }
        return text.toString();
    }

    private static String ntMdt() {
        StringBuilder text = new StringBuilder();
        for (int i = SAMPLES - 1; i >= 0; i--) {
            text.append(String.format(
                            Locale.ROOT,
                            "%.4f\t%.4f\t%.4f\r\n",
                            -z(i),
                            deflection(z(i), false) / 20,
                            deflection(z(i), true) / 20)
                    .replace('.', ','));
        }
        return text.toString();
    }
}
