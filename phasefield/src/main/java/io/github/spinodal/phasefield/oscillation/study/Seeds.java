package io.github.spinodal.phasefield.oscillation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongFunction;

/** The same simulation for several seeds, side by side; the results come in the order of the seeds. */
final class Seeds {
    private Seeds() {}

    /** Results for the seeds 1 to count. */
    static <T> List<T> map(int count, int threads, LongFunction<T> simulation) {
        if (threads == 1 || count == 1) {
            List<T> results = new ArrayList<>();
            for (int s = 1; s <= count; s++) {
                results.add(simulation.apply(s));
            }
            return results;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, count));
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int s = 1; s <= count; s++) {
                long seed = s;
                running.add(pool.submit(() -> simulation.apply(seed)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while simulating", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
