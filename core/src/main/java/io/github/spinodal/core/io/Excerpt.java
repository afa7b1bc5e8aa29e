package io.github.spinodal.core.io;

/** Text of a file as messages quote it: bounded, and with control characters made visible. */
public final class Excerpt {
    private static final int LONGEST = 60;

    private Excerpt() {}

    /**
     * Quotes a text.
     *
     * @param text any text
     * @return the text in quotation marks, shortened to 60 characters; "empty" where it has none
     */
    public static String of(String text) {
        if (text.isEmpty()) {
            return "empty";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            quoted.append(c == '\t' ? ' ' : Character.isISOControl(c) ? '\ufffd' : c);
        }
        return quoted.append(text.length() > LONGEST ? "...\"" : "\"").toString();
    }
}
