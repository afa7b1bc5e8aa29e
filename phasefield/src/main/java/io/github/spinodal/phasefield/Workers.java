package io.github.spinodal.phasefield;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share numbered tasks. Which thread takes which task is left to chance; results must not depend on it.
 *
 * <p>A pass over the grains takes some ten microseconds, as long as it takes to wake a sleeping thread. Helpers therefore
 * look out for the next pass for a while before they go to sleep. Each thread starts in a part of its own, the same in
 * every pass, whose data its cache may still hold, and then helps the others.
 */
final class Workers implements AutoCloseable {
    /** Looks, of some ten nanoseconds each, before a thread sleeps. */
    private static final int LOOKS = 20_000;

    /** A task that works on one chunk with the scratch space of its thread. */
    interface ChunkTask {
        void run(int chunk, Scratch scratch);
    }

    /** One pass: its task, and where each part is at. */
    private static final class Pass {
        final ChunkTask task;
        final int[] partStart;
        final AtomicInteger[] next;
        final AtomicInteger unfinished;
        final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Pass(int chunks, int parts, ChunkTask task) {
            this.task = task;
            this.partStart = new int[parts + 1];
            this.next = new AtomicInteger[parts];
            for (int part = 0; part < parts; part++) {
                partStart[part + 1] = (int) ((part + 1L) * chunks / parts);
                next[part] = new AtomicInteger(partStart[part]);
            }
            this.unfinished = new AtomicInteger(chunks);
        }

        /** Runs chunks of one's own part and then of the others until none is left. */
        void drain(int own, Scratch scratch) {
            for (int i = 0; i < next.length; i++) {
                int part = (own + i) % next.length;
                int end = partStart[part + 1];
                for (int chunk = next[part].getAndIncrement(); chunk < end; chunk = next[part].getAndIncrement()) {
                    runOne(chunk, scratch);
                }
            }
        }

        private void runOne(int chunk, Scratch scratch) {
            try {
                task.run(chunk, scratch);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                unfinished.getAndDecrement();
            }
        }
    }

    private final Scratch[] scratch;
    private final Thread[] helpers;
    private volatile @Nullable Pass current;
    private volatile boolean closed;

    Workers(int threads) {
        this.scratch = new Scratch[threads];
        for (int i = 0; i < threads; i++) {
            scratch[i] = new Scratch();
        }
        this.helpers = new Thread[threads - 1];
    }

    /** Runs the task for every chunk number below the count and returns when all are done. */
    void run(int chunks, ChunkTask task) {
        int parts = Math.min(scratch.length, chunks / 2);
        if (parts <= 1) {
            for (int chunk = 0; chunk < chunks; chunk++) {
                task.run(chunk, scratch[0]);
            }
            return;
        }
        Pass pass = new Pass(chunks, parts, task);
        current = pass;
        for (int h = 0; h < parts - 1; h++) {
            wake(h);
        }
        pass.drain(0, scratch[0]);
        for (int look = 1; pass.unfinished.get() > 0; look++) {
            if (look % LOOKS == 0) {
                LockSupport.parkNanos(this, 10_000);
            } else {
                Thread.onSpinWait();
            }
        }
        Throwable failure = pass.failure.get();
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private void wake(int h) {
        if (helpers[h] == null) {
            Scratch own = scratch[h + 1];
            Thread helper = new Thread(() -> help(h + 1, own), "spinodal-" + (h + 1));
            helper.setDaemon(true);
            helpers[h] = helper;
            helper.start();
        } else {
            LockSupport.unpark(helpers[h]);
        }
    }

    private void help(int own, Scratch ownScratch) {
        Pass done = null;
        int looks = 0;
        while (!closed) {
            Pass pass = current;
            if (pass != null && pass != done) {
                if (own < pass.next.length) {
                    pass.drain(own, ownScratch);
                }
                done = pass;
                looks = 0;
            } else if (++looks < LOOKS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                looks = 0;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
