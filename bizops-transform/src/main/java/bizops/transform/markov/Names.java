package bizops.transform.markov;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers names from 0 on, in the order in which they come first. A name is looked up where it stands in a longer text,
 * without a copy. Owned by one thread.
 */
final class Names {
    /** The golden ratio, by which hashes that follow each other are spread. */
    private static final int SPREAD = 0x9E3779B9;

    private final List<String> names = new ArrayList<>();

    /** One more than a name's number; 0 where none is. */
    private int[] slots = new int[64];

    /** The number of the name. */
    int of(String name) {
        return of(name, 0, name.length());
    }

    /** The number of the name that stands in the text from one place to before another. */
    int of(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int at = first(hash);
        while (slots[at] != 0) {
            String known = names.get(slots[at] - 1);
            if (known.length() == to - from && text.startsWith(known, from)) {
                return slots[at] - 1;
            }
            at = next(at);
        }
        names.add(text.substring(from, to));
        slots[at] = names.size();
        if (2 * names.size() > slots.length) {
            grow();
        }
        return names.size() - 1;
    }

    String name(int number) {
        return names.get(number);
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < names.size(); number++) {
            int at = first(names.get(number).hashCode());
            while (slots[at] != 0) {
                at = next(at);
            }
            slots[at] = number + 1;
        }
    }

    /** @param hash as {@link String#hashCode()} makes it */
    private int first(int hash) {
        return ((hash * SPREAD) >>> 8) & (slots.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (slots.length - 1);
    }
}
