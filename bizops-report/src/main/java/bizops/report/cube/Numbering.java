package bizops.report.cube;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers that stand for names in the page's data: their places in a list. Immutable. */
final class Numbering<K> {
    private final Map<K, Integer> numbers = new HashMap<>();

    Numbering(List<K> names) {
        names.forEach(name -> numbers.put(name, numbers.size()));
    }

    /** The name's number; a name that is not in the list means that two marts contradict each other. */
    int of(K name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("the marts name " + name + " in one table and miss it in another");
        }
        return number;
    }
}
