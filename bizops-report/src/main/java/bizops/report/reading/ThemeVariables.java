package bizops.report.reading;

import bizops.report.files.SourceFile;
import bizops.report.yaml.Mistakes;
import bizops.singer.error.Suggestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of the program's style: one that a theme sets under a name next to theirs is mistyped. */
final class ThemeVariables {
    private static final String STYLE = "/bizops/report/style/theme.css";
    private static final Pattern SET = Pattern.compile("(?<![\\w-])(--[a-z][a-z0-9-]*)\\s*:");

    private ThemeVariables() {}

    static void check(SourceFile theme, Mistakes mistakes) {
        Set<String> known = known();
        Matcher set = SET.matcher(theme.text());
        while (set.find()) {
            String name = set.group(1);
            boolean own = theme.text().contains("var(" + name);
            if (!own && !known.contains(name)) {
                Suggestion.nearest(name, known)
                        .ifPresent(near -> mistakes.add(
                                theme.at(set.start()),
                                "unknown variable \"" + name + "\", did you mean \"" + near + "\"?"));
            }
        }
    }

    private static Set<String> known() {
        try (InputStream in = ThemeVariables.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + STYLE);
            }
            Set<String> names = new TreeSet<>();
            Matcher set = SET.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (set.find()) {
                names.add(set.group(1));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
