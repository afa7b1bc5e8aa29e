package io.github.spinodal.sfmm.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Self-written map files: 4 columns, 3 rows, the value 10 y + x everywhere. */
final class SampleMaps {
    static final int NX = 4;
    static final int NY = 3;

    private SampleMaps() {}

    static double value(int x, int y) {
        return 10.0 * y + x;
    }

    /**
     * A NanoScope image of 2000 nm by 1500 nm, lowest row first; one bit is 1 V / 16 bit times 6.5536 nm/V, a tenth of a
     * picometre.
     */
    static byte[] nanoScope(int version, boolean shifted) {
        int width = version >= 0x09200000 ? 4 : 2;
        String header = "\\*File list\r\n\\Version: 0x0" + Integer.toHexString(version) + "\r\n\\*Scanner list\r\n"
                + "\\@Sens. Zsens: V 6.553600 nm/V\r\n\\*Ciao scan list\r\n\\Scan size: 2000 nm\r\n\\*Ciao image list\r\n"
                + "\\Data offset: 1024\r\n\\Data length: " + NX * NY * width + "\r\n\\Bytes/pixel: 2\r\n"
                + "\\Samps/line: 4\r\n\\Number of lines: 3\r\n\\Scan size: 2 1.5 ~m\r\n\\Line direction: Retrace\r\n"
                + "\\@2:Image Data: S [Height] \"Height\"\r\n"
                + "\\@2:Z scale: V [Sens. Zsens] (0.0000152588 V/LSB) 1.000000 V\r\n\\*File list end\r\n";
        int start = 1024 + (shifted ? 1 : 0);
        ByteBuffer bytes = ByteBuffer.allocate(start + NX * NY * width).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header.getBytes(StandardCharsets.ISO_8859_1)).put((byte) 0x1A).position(start);
        for (int i = 0; i < NX * NY; i++) {
            int value = (int) value(i % NX, NY - 1 - i / NX);
            if (width == 2) {
                bytes.putShort((short) value);
            } else {
                bytes.putInt(value);
            }
        }
        return bytes.array();
    }

    /** A Nanonis map of one channel, forward and backward. */
    static byte[] nanonis(boolean upwards) {
        String header = ":NANONIS_VERSION:\n2\n:SCANIT_TYPE:\n              FLOAT            MSBFIRST\n:SCAN_PIXELS:\n"
                + "       4       3\n:SCAN_RANGE:\n           4.0E-9           6.0E-9\n:SCAN_DIR:\n"
                + (upwards ? "up" : "down")
                + "\n:DATA_INFO:\n\tChannel\tName\tUnit\tDirection\tCalibration\tOffset\n"
                + "\t16\tPhase\tdeg\tboth\t1.8E+1\t0.0E+0\n\n:SCANIT_END:\n\n\n";
        ByteBuffer bytes = ByteBuffer.allocate(header.length() + 2 + 2 * 4 * NX * NY);
        bytes.put(header.getBytes(StandardCharsets.US_ASCII)).put((byte) 0x1A).put((byte) 4);
        for (int backward = 0; backward < 2; backward++) {
            for (int y = 0; y < NY; y++) {
                for (int x = 0; x < NX; x++) {
                    bytes.putFloat((float) value(backward == 1 ? NX - 1 - x : x, upwards ? NY - 1 - y : y));
                }
            }
        }
        return bytes.array();
    }

    /** A numpy array, of doubles or of big-endian whole numbers stored column after column. */
    static byte[] numpy(boolean columns) {
        String header = "{'descr': '" + (columns ? ">i2" : "<f8") + "', 'fortran_order': "
                + (columns ? "True" : "False") + ", 'shape': (3, 4), }";
        header = header + " ".repeat(117 - header.length()) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(128 + (columns ? 2 : 8) * NX * NY).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) 118).put(header.getBytes(StandardCharsets.US_ASCII));
        bytes.order(columns ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < NX * NY; i++) {
            if (columns) {
                bytes.putShort((short) value(i / NY, i % NY));
            } else {
                bytes.putDouble(value(i % NX, i / NX));
            }
        }
        return bytes.array();
    }

    static final String MATRIX = "0;1;2;3\n10;11;12;13\n20;21;22;23\n";

    static final String GWYDDION =
            "# Channel: Height\n# Width: 2.00 \u00b5m\n# Height: 1.50 \u00b5m\n# Value units: m\n"
                    + "0\t1\t2\t3\n10\t11\tnan\t13\n20\t21\t22\t23\n";
}
