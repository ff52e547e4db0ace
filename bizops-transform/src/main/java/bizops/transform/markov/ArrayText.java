package bizops.transform.markov;

import java.util.ArrayList;
import java.util.List;

/** One-dimensional arrays without nulls, as PostgreSQL writes them. The driver's own reader takes as long as all else. */
final class ArrayText {
    private ArrayText() {}

    /** The elements of such as {@code {a,"b c","d\\"e"}}. */
    static String[] strings(String array) {
        List<String> elements = new ArrayList<>();
        int end = array.length() - 1;
        int at = 1;
        while (at < end) {
            if (array.charAt(at) == '"') {
                StringBuilder element = new StringBuilder();
                for (at++; array.charAt(at) != '"'; at++) {
                    at = array.charAt(at) == '\\' ? at + 1 : at;
                    element.append(array.charAt(at));
                }
                elements.add(element.toString());
                at++;
            } else {
                int comma = array.indexOf(',', at);
                int to = comma < 0 ? end : comma;
                elements.add(array.substring(at, to));
                at = to;
            }
            at++;
        }
        return elements.toArray(String[]::new);
    }

    /** The elements of such as {@code {1,-20}}. */
    static int[] integers(String array) {
        String[] texts = strings(array);
        int[] elements = new int[texts.length];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = Integer.parseInt(texts[i]);
        }
        return elements;
    }
}
