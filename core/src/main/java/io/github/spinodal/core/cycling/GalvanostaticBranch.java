package io.github.spinodal.core.cycling;

import io.github.spinodal.core.data.GalvanostaticCurve;
import java.io.Serializable;

/**
 * A constant-current stretch of a cycling test.
 *
 * @param cycle cycle number
 * @param step step number in the programme, 0 where the file counts none
 * @param firstIndex index of its first sample in the test
 * @param lastIndex index of its last sample in the test
 * @param skippedSamples samples in between that were left out: spikes of the current, and samples whose charge fell behind
 * @param pauses number of rests in between that were passed over
 * @param curve voltage against charge passed, from 0
 */
public record GalvanostaticBranch(
        int cycle, int step, int firstIndex, int lastIndex, int skippedSamples, int pauses, GalvanostaticCurve curve)
        implements Serializable {}
