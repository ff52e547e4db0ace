package bizops.report.yaml;

import bizops.report.source.Place;
import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import bizops.singer.report.OneLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What is wrong in the files of a site, so that all of it is said at once. Owned by one thread. */
public final class Mistakes {
    private final List<Mistake> all = new ArrayList<>();

    /** Notes one: what is wrong, and what would be right. */
    public void add(Place place, String text) {
        all.add(new Mistake(place, text));
    }

    /** Notes a name that stands for nothing. */
    public void unknown(Place place, String subject, String kind, String name, Collection<String> known) {
        add(place, subject + "unknown " + kind + " \"" + name + "\"" + hint(name, known));
    }

    /** How many there are so far. */
    public int count() {
        return all.size();
    }

    /** Throws where there are any: a line each, by file and line. */
    public void throwIfAny() {
        if (!all.isEmpty()) {
            throw new ConfigException(lines());
        }
    }

    /** As they are told, each once. */
    public List<String> lines() {
        return all.stream()
                .sorted(Comparator.comparing((Mistake one) -> one.place().file())
                        .thenComparing(one -> one.place().line()))
                .map(one -> one.place() + ": " + OneLine.of(one.text()))
                .distinct()
                .toList();
    }

    private static String hint(String name, Collection<String> known) {
        return Suggestion.nearest(name, known)
                .map(near -> ", did you mean \"" + near + "\"?")
                .orElseGet(() -> known.isEmpty() || known.size() > 12 ? "" : "; known: " + String.join(", ", known));
    }

    private record Mistake(Place place, String text) {}
}
