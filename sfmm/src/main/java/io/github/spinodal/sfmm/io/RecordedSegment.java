package io.github.spinodal.sfmm.io;

import io.github.spinodal.core.Require;
import io.github.spinodal.core.data.ForceSegment.Direction;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One leg of a recorded force curve with all channels of the instrument. Immutable. */
public final class RecordedSegment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Direction direction;
    private final List<RecordedChannel> channels;
    private final double durationSeconds;

    private RecordedSegment(Direction direction, List<RecordedChannel> channels, double durationSeconds) {
        this.direction = direction;
        this.channels = channels;
        this.durationSeconds = durationSeconds;
    }

    /**
     * A leg from its channels.
     *
     * @param direction which way the piezo moved
     * @param channels the channels, at least one, all of one length, in the order of the file
     * @return the leg
     * @throws io.github.spinodal.core.InvalidValueException if there is no channel, or their lengths differ
     */
    public static RecordedSegment of(Direction direction, List<RecordedChannel> channels) {
        Require.atLeast("number of channels of the segment", channels.size(), 1);
        for (RecordedChannel channel : channels) {
            Require.sameLength(channels.get(0).name(), channels.get(0).size(), channel.name(), channel.size());
        }
        return new RecordedSegment(direction, List.copyOf(channels), Double.NaN);
    }

    /**
     * The same leg with its duration.
     *
     * @param seconds time from the first sample to the last (s), positive
     * @return the leg with its duration
     */
    public RecordedSegment withDurationSeconds(double seconds) {
        return new RecordedSegment(direction, channels, Require.positive("duration (s)", seconds));
    }

    /**
     * Which way the piezo moved.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * All channels.
     *
     * @return the channels in the order of the file
     */
    public List<RecordedChannel> channels() {
        return channels;
    }

    /**
     * A channel by the instrument's name for it.
     *
     * @param name the name, in any case
     * @return the first channel of that name, or nothing
     */
    public Optional<RecordedChannel> channel(String name) {
        return channels.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    /**
     * Number of samples of each channel.
     *
     * @return the number
     */
    public int size() {
        return channels.get(0).size();
    }

    /**
     * Duration of the leg, where the file tells it.
     *
     * @return time (s), or nothing
     */
    public OptionalDouble durationSeconds() {
        return Double.isNaN(durationSeconds) ? OptionalDouble.empty() : OptionalDouble.of(durationSeconds);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordedSegment that
                && direction == that.direction
                && channels.equals(that.channels)
                && Double.compare(durationSeconds, that.durationSeconds) == 0;
    }

    @Override
    public int hashCode() {
        return channels.hashCode();
    }

    @Override
    public String toString() {
        return "RecordedSegment[" + direction + ", " + channels + "]";
    }
}
