package io.github.spinodal.phasefield.oscillation.study;

import io.github.spinodal.core.quantity.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the parts of a reproduction share: sizes, rows so far, and whom to tell. */
final class StudyRun {
    static final String SECTION = "section 2.5";

    static final int SCENARIO_SEEDS = 2;

    final StudySettings settings;
    private final Consumer<String> progress;
    private final List<StudyRow> rows = new ArrayList<>();

    StudyRun(StudySettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    void say(String message) {
        progress.accept(message);
    }

    Consumer<String> progress() {
        return progress;
    }

    void add(StudyRow row) {
        rows.add(row);
    }

    List<StudyRow> rows() {
        return rows;
    }

    /** A scenario: two draws of many grains decide whether its oscillation can be seen. */
    FilmOscillation measure(FilmPreset film) {
        return FilmSimulation.measure(film, 1, settings.withSeeds(SCENARIO_SEEDS));
    }

    /** Amplitude and period in a remark. */
    static String describe(FilmOscillation film) {
        if (film.amplitudeVolt() == null) {
            return film.missing();
        }
        if (film.periodShare() == null) {
            return String.format(Locale.ROOT, "%s, amplitude %.2g mV", film.missing(), film.amplitudeOrNaN() * 1000);
        }
        return String.format(
                Locale.ROOT,
                "amplitude %.2f mV, period %.2f %% of the plateau%s",
                film.amplitudeOrNaN() * 1000,
                film.periodOrNaN() * 100,
                film.oscillating() < 1
                        ? String.format(Locale.ROOT, " in %.0f %% of the seeds", 100 * film.oscillating())
                        : "");
    }

    /** The value in another unit, if there is one. */
    static @Nullable Measured times(@Nullable Measured measured, double factor) {
        return measured == null ? null : measured.times(factor);
    }

    /** Relative difference (percent) of two positive values; null if one of them is missing. */
    static @Nullable Measured change(@Nullable Measured from, @Nullable Measured to) {
        if (from == null || to == null || !(from.value() > 0) || !(to.value() > 0)) {
            return null;
        }
        double ratio = to.value() / from.value();
        double relative = Math.hypot(from.relativeUncertainty(), to.relativeUncertainty());
        return Measured.of(100 * (ratio - 1), 100 * ratio * relative);
    }

    static String text(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
