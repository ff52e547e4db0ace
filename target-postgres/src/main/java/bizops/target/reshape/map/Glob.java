package bizops.target.reshape.map;

import java.util.regex.Pattern;

/** Names of streams by {@code *}, {@code ?} and {@code [abc]} or {@code [!abc]}, as shells know them. Immutable. */
record Glob(String text, Pattern pattern) {
    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            int end = character == '[' ? text.indexOf(']', at + (text.startsWith("[!", at) ? 3 : 2)) : -1;
            if (character == '*') {
                regex.append(".*");
            } else if (character == '?') {
                regex.append('.');
            } else if (end > 0) {
                regex.append(set(text.substring(at + 1, end)));
                at = end;
            } else {
                regex.append(Pattern.quote(String.valueOf(character)));
            }
        }
        return new Glob(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    boolean matches(String name) {
        return name.equals(text) || pattern.matcher(name).matches();
    }

    private static String set(String characters) {
        boolean not = characters.startsWith("!");
        String inside = (not ? characters.substring(1) : characters).replaceAll("[\\\\\\[\\]^&]", "\\\\$0");
        return (not ? "[^" : "[") + inside + ']';
    }
}
