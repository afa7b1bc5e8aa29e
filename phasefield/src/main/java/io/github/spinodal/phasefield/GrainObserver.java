package io.github.spinodal.phasefield;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Questions about individual grains: which of them are inside their spinodal interval, which passed through it. */
final class GrainObserver {
    private final GrainEnsemble ensemble;
    private final List<UnstableIntervals> byClass = new ArrayList<>();

    GrainObserver(GrainEnsemble ensemble) {
        this.ensemble = ensemble;
        for (int p = 0; p < ensemble.classCount(); p++) {
            byClass.add(UnstableIntervals.of(ensemble.grainClass(p).model()));
        }
    }

    private UnstableIntervals intervals(int classIndex, int grain) {
        return ensemble.labels(classIndex).hasInteractions()
                ? UnstableIntervals.of(ensemble.model(grain))
                : byClass.get(classIndex);
    }

    /** Weight of the grains inside a spinodal interval. */
    double activeFraction(GrainSystem system, double[][] filling) {
        int[] classOfBlock = classes(system);
        system.pass((b, block, scratch) -> {
            int p = classOfBlock[b];
            int first = firstGrain(system, b);
            boolean own = block.ratio.length > 0;
            for (int i = 0; i < block.size; i++) {
                UnstableIntervals intervals = own ? intervals(p, first + i) : byClass.get(p);
                scratch.values[i] = intervals.contains(filling[b][i]) ? 1 : 0;
            }
            block.accumulate(scratch.values, scratch.lanesA);
        });
        return system.sumA();
    }

    private int[] classes(GrainSystem system) {
        int[] classes = new int[system.blockCount()];
        int grain = 0;
        for (int b = 0; b < classes.length; b++) {
            classes[b] = ensemble.classOf(grain);
            grain += system.block(b).size;
        }
        return classes;
    }

    private static int firstGrain(GrainSystem system, int b) {
        int grain = 0;
        for (int j = 0; j < b; j++) {
            grain += system.block(j).size;
        }
        return grain;
    }

    /** Reports every grain that crossed the middle of a spinodal interval between two states. */
    void events(
            GrainSystem system,
            double[][] before,
            double[][] after,
            double time,
            double step,
            double fillingBefore,
            double fillingAfter,
            Consumer<GrainEvent> consumer) {
        int grain = 0;
        for (int b = 0; b < system.blockCount(); b++) {
            int p = ensemble.classOf(grain);
            boolean own = system.block(b).ratio.length > 0;
            double[] old = before[b];
            double[] now = after[b];
            for (int i = 0; i < old.length; i++, grain++) {
                UnstableIntervals intervals = own ? intervals(p, grain) : byClass.get(p);
                for (int j = 0; j < intervals.count(); j++) {
                    double middle = intervals.middle(j);
                    if (old[i] < middle != now[i] < middle) {
                        double share = (middle - old[i]) / (now[i] - old[i]);
                        consumer.accept(new GrainEvent(
                                grain,
                                ensemble.identity(grain),
                                time + share * step,
                                fillingBefore + share * (fillingAfter - fillingBefore),
                                now[i] > old[i] ? GrainEvent.Direction.FILLING : GrainEvent.Direction.EMPTYING));
                    }
                }
            }
        }
    }
}
