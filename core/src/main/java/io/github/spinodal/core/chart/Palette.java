package io.github.spinodal.core.chart;

import java.awt.Color;
import java.awt.Font;

/** Colours and type of every picture: Okabe and Ito's palette (2008), told apart by colour-blind readers as well. */
final class Palette {
    static final Color INK = new Color(0x22, 0x2b, 0x33);
    static final Color FAINT = new Color(0xd9, 0xde, 0xe3);
    static final Color PAPER = Color.WHITE;
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 15);
    static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    private static final int[] SERIES = {0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x7f7f7f, 0x000000
    };

    /** Support points of the map "viridis" (Smith and van der Walt, 2015), evenly spaced. */
    private static final int[] VIRIDIS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b, 0xfde725
    };

    private Palette() {}

    static Color series(int index) {
        return new Color(SERIES[index % SERIES.length]);
    }

    /** Colour of a value scaled to [0, 1]. */
    static int heat(double fraction) {
        double position = Math.max(0, Math.min(1, fraction)) * (VIRIDIS.length - 1);
        int low = Math.min((int) position, VIRIDIS.length - 2);
        double part = position - low;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = (VIRIDIS[low] >> shift) & 0xff;
            int to = (VIRIDIS[low + 1] >> shift) & 0xff;
            rgb |= (int) Math.round(from + part * (to - from)) << shift;
        }
        return rgb;
    }
}
