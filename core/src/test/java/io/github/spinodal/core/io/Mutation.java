package io.github.spinodal.core.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Random damage to a file: the kinds that disks, editors, spreadsheets and attackers do. */
public final class Mutation {
    private static final String[] TOKENS = {
        "", "\"", ",", ";", "\t", "\n", "\r", "\0", "NaN", "1e999", "-", "-1", "0", "99999999999", "2147483648",
                "1E+37",
        "\ufeff", "\u00b5", "#", "~", "(", ")", "/", ":", "0d 00:00:61", "1,5", "1.5", "<", "&e;", "]]>", "e",
                "\ud83d\ude00"
    };

    private Mutation() {}

    /**
     * A damaged copy.
     *
     * @param original the file's bytes
     * @param random where the damage comes from
     * @return between one and four changes of the bytes
     */
    public static byte[] of(byte[] original, Random random) {
        byte[] bytes = original;
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(1 << random.nextInt(8), bytes.length - at);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> replaced(bytes, at, at + length, new byte[0]);
            case 2 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            case 3 -> replaced(bytes, at, at + Math.min(1, length), new byte[] {(byte) random.nextInt(256)});
            case 4 ->
                replaced(
                        bytes,
                        at,
                        Math.min(at + random.nextInt(3), bytes.length),
                        TOKENS[random.nextInt(TOKENS.length)].getBytes(StandardCharsets.UTF_8));
            case 5 -> withoutLine(bytes, at);
            default -> withDigit(bytes, at, random);
        };
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] result = new byte[bytes.length - (to - from) + by.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(by, 0, result, from, by.length);
        System.arraycopy(bytes, to, result, from + by.length, bytes.length - to);
        return result;
    }

    private static byte[] withoutLine(byte[] bytes, int at) {
        int from = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        int to = at;
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        return replaced(bytes, from, Math.min(to + 1, bytes.length), new byte[0]);
    }

    private static byte[] withDigit(byte[] bytes, int at, Random random) {
        byte[] result = bytes.clone();
        for (int i = at; i < bytes.length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                result[i] = (byte) ('0' + random.nextInt(10));
                return result;
            }
        }
        return result;
    }
}
