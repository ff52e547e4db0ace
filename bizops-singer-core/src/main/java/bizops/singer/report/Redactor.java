package bizops.singer.report;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Blanks known secrets out of everything that is written to standard error. It is one for the process, because a log
 * line can come from any library that was handed a secret. Thread-safe.
 */
public final class Redactor {
    /** Shorter texts would blank out ordinary words and say more than they hide. */
    private static final int SHORTEST = 4;

    private static final Set<String> HIDDEN = ConcurrentHashMap.newKeySet();

    private Redactor() {}

    /** From now on {@code secret} is shown as {@code ***}. */
    public static void hide(String secret) {
        if (secret.length() >= SHORTEST) {
            HIDDEN.add(secret);
        }
    }

    /** The text with every hidden value replaced, longer values first. */
    public static String redact(String text) {
        if (HIDDEN.stream().noneMatch(text::contains)) {
            return text;
        }
        String shown = text;
        for (String secret : HIDDEN.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            shown = shown.replace(secret, "***");
        }
        return shown;
    }
}
