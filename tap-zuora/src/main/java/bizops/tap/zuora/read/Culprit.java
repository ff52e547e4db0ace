package bizops.tap.zuora.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which query of a job an error means: it repeats the query, often cut off. Stateless. */
final class Culprit {
    private static final Pattern QUERY = Pattern.compile("(?i)query\\s*=\\s*(select\\s.*)", Pattern.DOTALL);
    /** Less than this of a query could be any query. */
    private static final int TELLING = 20;

    private Culprit() {}

    /** The part whose query the message repeats; empty if it repeats none, or the beginning of several. */
    static Optional<PartRead> of(List<PartRead> parts, String message) {
        Matcher repeated = QUERY.matcher(message);
        if (!repeated.find()) {
            return Optional.empty();
        }
        String query = plain(repeated.group(1));
        List<PartRead> candidates = parts.stream()
                .filter(part -> matches(plain(part.text()), query))
                .toList();
        return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    private static boolean matches(String ours, String theirs) {
        if (theirs.startsWith(ours)) {
            return true;
        }
        int cut = Math.min(theirs.length(), ours.length());
        while (cut > 0 && !ours.startsWith(theirs.substring(0, cut))) {
            cut--; // a bracket, a mark that it was cut
        }
        return cut >= TELLING && theirs.length() - cut <= 3;
    }

    private static String plain(String query) {
        return query.replaceAll("\\s+", " ").strip();
    }
}
