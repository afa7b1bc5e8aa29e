package io.github.spinodal.phasefield;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a simulation: protocol steps, time steps, end conditions, recorders. */
final class Engine {
    /** End conditions are located until the filling is known this closely. */
    private static final double FILLING_TOLERANCE = 1e-11;

    private static final int LOCATION_ITERATIONS = 200;

    private final Simulation simulation;
    private final Electrode electrode;
    private final ProgressListener listener;
    private final Optional<VoltageRecorder> ownRecorder;
    private final Recorder[] recorders;
    private final boolean needsEvents;
    private final RunPosition position = new RunPosition();

    Engine(
            Simulation simulation,
            ProgressListener listener,
            Optional<VoltageRecorder> ownRecorder,
            Recorder... recorders) {
        this.simulation = simulation;
        this.electrode = simulation.electrode;
        this.listener = listener;
        this.ownRecorder = ownRecorder;
        this.recorders = recorders.clone();
        boolean events = false;
        for (Recorder recorder : recorders) {
            events |= recorder.needsEvents();
        }
        this.needsEvents = events;
    }

    SimulationResult run(Optional<Checkpoint> from) {
        try (Workers workers = new Workers(simulation.threads)) {
            GrainSystem system = GrainSystem.of(electrode.ensemble(), workers);
            return new Run(system, from).complete();
        }
    }

    /** The mutable part, alive while the workers are. */
    private final class Run {
        private final GrainSystem system;
        private final GrainState state;
        private @Nullable ExplicitStepper explicit;
        private @Nullable ImplicitStepper implicit;
        private @Nullable NoiseStepper noisy;
        private Stepper stepper;
        private final long earlierEvaluations;
        private final GrainObserver observer = new GrainObserver(electrode.ensemble());
        private final View view = new View();
        private final boolean resumed;
        private RunPosition at = position;
        private boolean stepStart;
        private boolean stepEnd;

        Run(GrainSystem system, Optional<Checkpoint> from) {
            this.system = system;
            this.state = new GrainState(system);
            this.resumed = from.isPresent();
            if (from.isPresent()) {
                at = from.get().position();
                state.scatter(from.get().fillings());
                at.restorePoint(state.point);
            } else {
                state.scatter(simulation.initialFillings);
                at.filling = system.weightedSum(state.filling);
                at.startFilling = at.filling;
                requireReachable();
            }
            this.earlierEvaluations = at.evaluations;
            this.stepper = chosenStepper();
        }

        private @Nullable NeighbourExchange exchange() {
            return simulation.exchange != null
                    ? new NeighbourExchange(
                            system, electrode.ensemble(), simulation.exchange, simulation.relativeTolerance)
                    : null;
        }

        private Stepper explicitStepper() {
            if (explicit == null) {
                explicit = new ExplicitStepper(
                        state, simulation.absoluteTolerance, simulation.relativeTolerance, exchange());
            }
            return explicit;
        }

        private ImplicitStepper implicitStepper() {
            if (implicit == null) {
                implicit = new ImplicitStepper(
                        state, simulation.absoluteTolerance, simulation.relativeTolerance, exchange());
            }
            return implicit;
        }

        private Stepper chosenStepper() {
            if (simulation.noise != null) {
                noisy = new NoiseStepper(state, electrode.ensemble(), simulation.noise);
                return noisy;
            }
            boolean useImplicit = simulation.method == Method.IMPLICIT
                    || (simulation.method == Method.AUTOMATIC && at.chooser.isImplicit());
            return useImplicit ? implicitStepper() : explicitStepper();
        }

        private long evaluations() {
            long sum = earlierEvaluations;
            if (explicit != null) {
                sum += explicit.evaluations() * system.grainCount();
            }
            if (noisy != null) {
                sum += noisy.evaluations() * system.grainCount();
            }
            if (implicit != null) {
                sum += implicit.evaluations() * system.grainCount();
            }
            return sum;
        }

        private double implicitCost() {
            return implicit == null ? MethodChooser.IMPLICIT_COST : implicit.relativeCost();
        }

        /** Largest magnitude of the derivative of a rate with respect to its own filling (1/s). */
        private double largestSlope() {
            return state.largestSlope()
                    + (simulation.exchange == null ? 0 : implicitStepper().largestExchangeSlope());
        }

        private void chooseMethod(double h) {
            if (simulation.method != Method.AUTOMATIC || simulation.noise != null) {
                return;
            }
            double slope = at.chooser.wantsSlope() ? largestSlope() : 0;
            if (at.chooser.accepted(h, slope, implicitCost())) {
                stepper = chosenStepper();
                stepper.resume();
                at.controller.lastError = 1e-4;
            }
        }

        /** Refuses a first step whose current fills or empties every grain before anything ends it. */
        private void requireReachable() {
            double filling = at.filling;
            for (ProtocolStep step : simulation.protocol.steps()) {
                if (!step.isGalvanostatic()) {
                    return;
                }
                filling = Reachability.require(step, electrode, filling);
                if (Double.isNaN(filling)) {
                    return;
                }
            }
        }

        SimulationResult complete() {
            Protocol protocol = simulation.protocol;
            int steps = protocol.steps().size();
            boolean first = true;
            while (at.cycle < protocol.cycles()) {
                while (at.step < steps) {
                    Optional<SimulationResult> stopped =
                            runStep(protocol.steps().get(at.step), first && resumed);
                    first = false;
                    if (stopped.isPresent()) {
                        return stopped.get();
                    }
                    at.startTime += at.time;
                    at.time = 0;
                    at.startFilling = at.filling;
                    at.atStepStart = true;
                    at.step++;
                }
                at.step = 0;
                at.cycle++;
            }
            return result(StopReason.PROTOCOL_COMPLETED, "the protocol came to its end");
        }

        private Optional<SimulationResult> runStep(ProtocolStep step, boolean resuming) {
            Control control = step.control(electrode);
            EndTest end = new EndTest(step, electrode, at.startFilling);
            if (resuming && !at.atStepStart) {
                stepper.resume();
            } else {
                stepper.restart(control, 0);
                at.controller = new StepSizeController.Memory();
                at.controller.step = firstStep(step);
                boolean over = end.reached(state.point, at.time, at.filling);
                notice(true, over);
                if (over) {
                    return Optional.empty();
                }
            }
            while (true) {
                Optional<SimulationResult> failed = advance(control, end);
                if (failed.isPresent()) {
                    return failed;
                }
                boolean over = end.reached(state.point, at.time, at.filling);
                notice(false, over);
                if (!listener.proceed(view)) {
                    if (over) {
                        moveOn();
                    }
                    return Optional.of(result(StopReason.CANCELLED, "the progress listener asked to stop"));
                }
                if (over) {
                    return Optional.empty();
                }
                if (at.accepted >= simulation.stepLimit) {
                    return Optional.of(result(StopReason.STEP_LIMIT, "the limit on time steps was reached"));
                }
            }
        }

        /** Puts the position at the start of the next protocol step, for a checkpoint taken between the two. */
        private void moveOn() {
            at.startTime += at.time;
            at.time = 0;
            at.startFilling = at.filling;
            at.atStepStart = true;
            at.step++;
            if (at.step == simulation.protocol.steps().size()) {
                at.step = 0;
                at.cycle++;
            }
        }

        private double firstStep(ProtocolStep step) {
            if (simulation.noise != null) {
                return simulation.noise.timeStepSeconds();
            }
            double fastest = 0;
            for (int b = 0; b < system.blockCount(); b++) {
                fastest = Math.max(fastest, stepper.largestRate(b));
            }
            double bound = fastest > 0 ? 1e-4 / fastest : 1;
            return step.isGalvanostatic() ? bound : 1e-2 * bound;
        }

        /** Takes one accepted time step, shortened to an end condition that is met inside it. */
        private Optional<SimulationResult> advance(Control control, EndTest end) {
            while (true) {
                double limit = end.stepLimit(control, at.time, at.filling);
                if (control.galvanostatic() && control.rate() != 0) {
                    limit = Math.min(limit, simulation.maximumFillingStep / Math.abs(control.rate()));
                }
                double h = Math.min(at.controller.step, limit);
                double smallest = 1e-14 * Math.max(at.time, 1e-3 * at.controller.step) + Double.MIN_NORMAL;
                if (!(h > smallest) && h < limit) {
                    return Optional.of(result(StopReason.STEP_FAILED, "no time step met the tolerance"));
                }
                if (noisy != null) {
                    noisy.setNumber(at.accepted);
                }
                double error = stepper.attempt(control, at.time, h);
                if (!(error <= 1) || !inRange()) {
                    at.rejected++;
                    at.chooser.rejected(implicitCost());
                    if (h < 1e-13 * (at.time + at.startTime) || h < 1e-290) {
                        return Optional.of(result(StopReason.STEP_FAILED, "no time step met the tolerance"));
                    }
                    at.controller.step = StepSizeController.afterRejection(
                            at.controller, h, inRange() ? error : Double.NaN, stepper.errorOrder());
                    continue;
                }
                double proposed = noisy != null
                        ? at.controller.step
                        : StepSizeController.afterAcceptance(at.controller, h, error, stepper.errorOrder());
                at.controller.step = h < at.controller.step ? Math.max(at.controller.step, proposed) : proposed;
                double taken = h;
                if (end.reached(state.candidatePoint, at.time + h, fillingAfter(control, h))) {
                    taken = locate(control, end, h);
                }
                commit(control, end, taken);
                return Optional.empty();
            }
        }

        private boolean inRange() {
            double potential = state.candidatePoint.potential();
            return potential > -1e3 && potential < 1e3;
        }

        private double fillingAfter(Control control, double h) {
            return control.galvanostatic()
                    ? at.startFilling + control.rate() * (at.time + h)
                    : at.filling + stepper.increment();
        }

        /** Repeats the step with other sizes until it ends where the condition is just met. */
        private double locate(Control control, EndTest end, double whole) {
            double low = 0;
            double high = whole;
            double atLow = end.distance(state.point, at.time, at.filling);
            double atHigh = end.distance(state.candidatePoint, at.time + whole, fillingAfter(control, whole));
            double scale = Math.max(Math.abs(state.point.rate), Math.abs(state.candidatePoint.rate));
            double tolerance = Math.min(FILLING_TOLERANCE / Math.max(scale, 1e-300), 1e-3 * whole);
            boolean moreThanOnce = false;
            boolean lowMoved = false;
            for (int i = 0; i < LOCATION_ITERATIONS && high - low > tolerance; i++) {
                double h = low + (high - low) * Math.min(0.999, Math.max(0.001, atLow / (atLow - atHigh)));
                if (!(h > low && h < high)) {
                    break;
                }
                stepper.attempt(control, at.time, h);
                double distance = end.distance(state.candidatePoint, at.time + h, fillingAfter(control, h));
                if (distance >= 0) {
                    atLow = moreThanOnce && !lowMoved ? atLow / 2 : atLow;
                    high = h;
                    atHigh = distance;
                    lowMoved = false;
                } else {
                    atHigh = moreThanOnce && lowMoved ? atHigh / 2 : atHigh;
                    low = h;
                    atLow = distance;
                    lowMoved = true;
                }
                moreThanOnce = true;
            }
            stepper.attempt(control, at.time, high);
            return high;
        }

        private void commit(Control control, EndTest end, double h) {
            double before = at.filling;
            at.filling = fillingAfter(control, h);
            if (control.galvanostatic()) {
                at.filling = end.snap(at.filling);
            }
            stepper.accept();
            at.accepted++;
            at.atStepStart = false;
            if (needsEvents) {
                observer.events(
                        system,
                        state.candidate,
                        state.filling,
                        at.startTime + at.time,
                        h,
                        before,
                        at.filling,
                        event -> {
                            for (Recorder recorder : recorders) {
                                recorder.event(event);
                            }
                        });
            }
            at.time += h;
            chooseMethod(h);
        }

        private void notice(boolean start, boolean end) {
            stepStart = start;
            stepEnd = end;
            for (Recorder recorder : recorders) {
                recorder.record(view);
            }
        }

        private Checkpoint checkpoint() {
            at.savePoint(state.point);
            at.evaluations = evaluations();
            return new Checkpoint(system.gather(state.filling), at.copy());
        }

        private SimulationResult result(StopReason reason, String what) {
            at.evaluations = evaluations();
            return new SimulationResult(
                    reason,
                    what + " at time " + (at.startTime + at.time) + " s, filling " + at.filling + ", step size "
                            + at.controller.step + " s",
                    checkpoint(),
                    ownRecorder,
                    at,
                    system.weightedSum(state.filling) - at.filling);
        }

        /** The state as recorders see it. */
        private final class View implements SimulationState {
            @Override
            public double timeSeconds() {
                return at.startTime + at.time;
            }

            @Override
            public int cycle() {
                return at.cycle;
            }

            @Override
            public int protocolStep() {
                return at.step;
            }

            @Override
            public boolean isStepStart() {
                return stepStart;
            }

            @Override
            public boolean isStepEnd() {
                return stepEnd;
            }

            @Override
            public double filling() {
                return at.filling;
            }

            @Override
            public double voltageVolt() {
                return electrode.voltage(state.point.potential(), state.point.rate);
            }

            @Override
            public double fillingRatePerSecond() {
                return state.point.rate;
            }

            @Override
            public double currentAmpere() {
                return state.point.rate * electrode.plateauCapacityCoulomb();
            }

            @Override
            public long acceptedSteps() {
                return at.accepted;
            }

            @Override
            public double activeFraction() {
                return observer.activeFraction(system, state.filling);
            }

            @Override
            public double[] fillings() {
                return system.gather(state.filling);
            }

            @Override
            public Electrode electrode() {
                return electrode;
            }

            @Override
            public Checkpoint checkpoint() {
                return Run.this.checkpoint();
            }
        }
    }
}
