package bizops.transform.markov;

import java.util.Arrays;

/** One-dimensional arrays without nulls, as PostgreSQL writes them. The driver's own reader takes as long as all else. */
final class ArrayText {
    private ArrayText() {}

    /** The numbers that {@code names} gives the elements of such as {@code {a,"b c","d\\"e"}}. */
    static int[] numbered(String array, Names names) {
        int[] elements = new int[most(array)];
        int size = 0;
        int end = array.length() - 1;
        int at = 1;
        while (at < end) {
            if (array.charAt(at) == '"') {
                StringBuilder element = new StringBuilder();
                for (at++; array.charAt(at) != '"'; at++) {
                    at = array.charAt(at) == '\\' ? at + 1 : at;
                    element.append(array.charAt(at));
                }
                elements[size++] = names.of(element.toString());
                at++;
            } else {
                int comma = array.indexOf(',', at);
                int to = comma < 0 ? end : comma;
                elements[size++] = names.of(array, at, to);
                at = to;
            }
            at++;
        }
        return size == elements.length ? elements : Arrays.copyOf(elements, size);
    }

    /** The elements of such as {@code {1,-20}}. */
    static int[] integers(String array) {
        int[] elements = new int[most(array)];
        int end = array.length() - 1;
        int from = 1;
        for (int i = 0; i < elements.length; i++) {
            int comma = array.indexOf(',', from);
            int to = comma < 0 ? end : comma;
            elements[i] = Integer.parseInt(array, from, to, 10);
            from = to + 1;
        }
        return elements;
    }

    /** How many elements an array has at most: in quotes a comma may be none that parts two. */
    private static int most(String array) {
        int most = array.length() > 2 ? 1 : 0;
        for (int at = array.indexOf(','); at >= 0; at = array.indexOf(',', at + 1)) {
            most++;
        }
        return most;
    }
}
