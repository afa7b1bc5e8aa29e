package io.github.spinodal.phasefield;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share numbered tasks. Which thread takes which task is left to chance; results must not depend on it. */
final class Workers implements AutoCloseable {
    /** A task that works on one chunk with the scratch space of its thread. */
    interface ChunkTask {
        void run(int chunk, Scratch scratch);
    }

    private final Scratch[] scratch;
    private final ForkJoinPool pool;

    Workers(int threads) {
        this.scratch = new Scratch[threads];
        for (int i = 0; i < threads; i++) {
            scratch[i] = new Scratch();
        }
        this.pool = new ForkJoinPool(Math.max(1, threads - 1));
    }

    /** Runs the task for every chunk number below the count and returns when all are done. */
    void run(int chunks, ChunkTask task) {
        int helpers = Math.min(scratch.length, chunks / 2) - 1;
        if (helpers <= 0) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                task.run(chunk, scratch[0]);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        ForkJoinTask<?>[] tasks = new ForkJoinTask<?>[helpers];
        for (int h = 0; h < helpers; h++) {
            Scratch own = scratch[h + 1];
            tasks[h] = pool.submit(() -> drain(next, chunks, task, own));
        }
        drain(next, chunks, task, scratch[0]);
        for (ForkJoinTask<?> t : tasks) {
            t.join();
        }
    }

    private static void drain(AtomicInteger next, int chunks, ChunkTask task, Scratch scratch) {
        for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
            task.run(chunk, scratch);
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
