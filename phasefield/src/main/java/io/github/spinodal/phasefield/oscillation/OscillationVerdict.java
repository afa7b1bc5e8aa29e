package io.github.spinodal.phasefield.oscillation;

/** What an analysis found. Only {@link #OSCILLATION} comes with a period and an amplitude. */
public enum OscillationVerdict {
    /** An oscillation stands out of the noise, and its period and amplitude are determined. */
    OSCILLATION("oscillation"),
    /**
     * Nothing stands out, and an oscillation above the stated limit would have. What is below the absence limit may stand out
     * all the same, with a small probability beside it: slow waves too few to be an oscillation, and in a record without
     * noise what no instrument would show.
     */
    NO_OSCILLATION("no significant oscillation"),
    /** Nothing stands out, but one below three standard deviations could hide in the noise. */
    BELOW_NOISE("not determinable: nothing stands out of noise that could hide an oscillation"),
    /** The amplitude is less than three times its standard uncertainty. */
    BELOW_THREE_SIGMA("not determinable: amplitude below three standard deviations"),
    /** What was found is what the steps of the voltage resolution make of a smooth curve. */
    BELOW_RESOLUTION("not determinable: amplitude within the steps of the voltage resolution"),
    /** A few slow waves stand beside slow structure of similar size: steps of the other electrode could make both. */
    FEW_AMONG_SLOW_STRUCTURE("not determinable: a few slow waves beside structure as large"),
    /** There are waves, but smooth noise, which has bumps of every width, makes waves such as these. */
    NO_PREFERRED_PERIOD("not determinable: waves, but of no preferred period"),
    /** Something periodic was found, but the plateau holds fewer than three of its periods. */
    TOO_FEW_PERIODS("not determinable: fewer than three periods in the plateau"),
    /** The curve has no part flat enough for two coexisting phases. */
    NO_PLATEAU("not determinable: no plateau"),
    /** The plateau has too few samples. */
    TOO_FEW_SAMPLES("not determinable: too few samples in the plateau"),
    /** The voltage does not change at all. */
    CONSTANT_VOLTAGE("not determinable: constant voltage");

    private final String text;

    OscillationVerdict(String text) {
        this.text = text;
    }

    /**
     * The verdict in words.
     *
     * @return one sentence part, which says why if nothing could be determined
     */
    public String text() {
        return text;
    }

    /**
     * Whether the question "is there an oscillation" has an answer.
     *
     * @return true for {@link #OSCILLATION} and {@link #NO_OSCILLATION}
     */
    public boolean determinable() {
        return this == OSCILLATION || this == NO_OSCILLATION;
    }
}
