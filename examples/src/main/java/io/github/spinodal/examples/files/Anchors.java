package io.github.spinodal.examples.files;

import java.util.Locale;

/** File names made fit for links and picture names. */
final class Anchors {
    private Anchors() {}

    static String of(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
