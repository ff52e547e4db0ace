package bizops.tap.marketo.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that an error names: {@code Invalid fields [site, billingStreet]}, {@code Field 'x' not found}. */
public final class BadFields {
    private static final Pattern LISTED = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private BadFields() {}

    public static List<String> in(String message) {
        List<String> names = new ArrayList<>();
        Matcher listed = LISTED.matcher(message);
        if (listed.find()) {
            for (String name : listed.group(1).split(",", -1)) {
                names.add(name.strip());
            }
            return names;
        }
        Matcher quoted = QUOTED.matcher(message);
        while (quoted.find()) {
            names.add(quoted.group(1));
        }
        return names;
    }
}
