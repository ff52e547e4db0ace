package bizops.report.reading;

import bizops.report.files.SourceFile;
import bizops.report.source.Place;
import bizops.report.yaml.Mistakes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a style sheet that stands in every page: rules and variables that load nothing, leave no bracket open and cannot
 * end the element that they stand in. Made for one file.
 */
final class ThemeReader {
    private static final Set<String> RULES =
            new TreeSet<>(List.of("container", "keyframes", "layer", "media", "page", "property", "supports"));
    private static final Set<String> LOADING = Set.of(
            "url", "src", "image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade", "element");

    private final SourceFile file;
    private final String css;
    private final Mistakes mistakes;
    private final Deque<Place> open = new ArrayDeque<>();
    private int next;

    ThemeReader(SourceFile file, Mistakes mistakes) {
        this.file = file;
        this.css = file.text();
        this.mistakes = mistakes;
    }

    String read() {
        checkTags();
        while (next < css.length()) {
            step();
        }
        ThemeVariables.check(file, mistakes);
        open.forEach(place -> mistakes.add(place, "\"{\" is not closed"));
        return css;
    }

    /** The browser looks for the element's end before it reads any of the style. */
    private void checkTags() {
        for (String tag : List.of("</", "<!")) {
            int found = css.indexOf(tag);
            while (found >= 0) {
                mistakes.add(file.at(found), "\"" + tag + "\" must not stand in a style sheet");
                found = css.indexOf(tag, found + 1);
            }
        }
    }

    private void step() {
        char one = css.charAt(next);
        if (css.startsWith("/*", next)) {
            skipComment();
        } else if (one == '"' || one == '\'') {
            skipString(one);
        } else if (one == '\\') {
            wrong("an escape may stand in a text only");
            next += 2;
        } else if (one == '@' || isWord(one)) {
            word();
        } else {
            bracket(one);
            next++;
        }
    }

    private void bracket(char one) {
        if (one == '{') {
            open.push(file.at(next));
        } else if (one == '}' && open.poll() == null) {
            wrong("\"}\" closes nothing");
        }
    }

    /** A name, of a rule behind {@code @}, of a function before a bracket. */
    private void word() {
        int start = next++;
        while (next < css.length() && isWord(css.charAt(next))) {
            next++;
        }
        String name = css.substring(start, next).toLowerCase(Locale.ROOT);
        if (name.startsWith("@") && !RULES.contains(name.substring(1))) {
            mistakes.add(
                    file.at(start),
                    "\"" + name + "\" cannot be used, for a page loads nothing; known: @" + String.join(", @", RULES));
        } else if (next < css.length() && css.charAt(next) == '(' && LOADING.contains(name)) {
            mistakes.add(file.at(start), "\"" + name + "(\" cannot be used, for a page loads nothing");
        }
    }

    private void skipComment() {
        int end = css.indexOf("*/", next + 2);
        if (end < 0) {
            wrong("the comment is not closed by */");
        }
        next = end < 0 ? css.length() : end + 2;
    }

    private void skipString(char quote) {
        int start = next++;
        while (next < css.length() && css.charAt(next) != quote) {
            if (css.charAt(next) == '\n') {
                mistakes.add(file.at(start), "the text is not closed by " + quote);
                return;
            }
            next += css.charAt(next) == '\\' ? 2 : 1;
        }
        if (next >= css.length()) {
            mistakes.add(file.at(start), "the text is not closed by " + quote);
        }
        next++;
    }

    private void wrong(String text) {
        mistakes.add(file.at(next), text);
    }

    private static boolean isWord(char one) {
        return Character.isLetterOrDigit(one) || one == '-' || one == '_';
    }
}
