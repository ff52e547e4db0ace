package bizops.singer.error;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a mistyped one most likely meant. */
public final class Suggestion {
    private static final int FARTHEST = 3;
    private static final int SHORTEST_BEGINNING = 4;

    private Suggestion() {}

    /**
     * The only one of {@code known} that begins so, else the nearest by edit distance, ignoring case; empty when there is
     * neither.
     */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        int limit = Math.min(FARTHEST, Math.max(1, typed.length() / 3));
        String best = null;
        int bestDistance = limit + 1;
        for (String candidate : known) {
            int distance = distance(typed.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        Optional<String> near = Optional.ofNullable(best);
        return onlyBeginning(typed, known).or(() -> near);
    }

    private static Optional<String> onlyBeginning(String typed, Collection<String> known) {
        String beginning = typed.toLowerCase(Locale.ROOT);
        List<String> found = known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(beginning))
                .toList();
        return typed.length() >= SHORTEST_BEGINNING && found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** {@code "; did you mean X?"}, or an empty text. */
    public static String hint(String typed, Collection<String> known) {
        return nearest(typed, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** How many letters are missing, too many, others, or swapped with their neighbours. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int other = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(other, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}
