package io.github.spinodal.phasefield;

import java.util.ArrayList;
import java.util.List;

/** Records every passage of a grain from one phase to the other: the truth behind estimates from the voltage. */
public final class EventRecorder implements Recorder {
    private final List<GrainEvent> events = new ArrayList<>();

    private EventRecorder() {}

    /**
     * A recorder of all events.
     *
     * @return a recorder
     */
    public static EventRecorder all() {
        return new EventRecorder();
    }

    @Override
    public void record(SimulationState state) {}

    @Override
    public void event(GrainEvent event) {
        events.add(event);
    }

    @Override
    public boolean needsEvents() {
        return true;
    }

    /**
     * The events so far, in order of the time steps and inside each by grain.
     *
     * @return a copy
     */
    public List<GrainEvent> events() {
        return List.copyOf(events);
    }
}
