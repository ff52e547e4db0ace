package bizops.transform.model;

import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@link References} finds, for the program's own files only: they never use a layer's name but in front of a
 * relation, so that no grammar is needed, whose parser takes longer than all else that a build does outside of the
 * server. That both agree on each of those files is a test.
 */
final class PlainReferences {
    /** Text and comments, which may speak of relations, and then the names of relations. */
    private static final Pattern TOKEN = Pattern.compile(
            "'(?:[^']++|'')*+'|--[^\n]*+|/\\*.*?\\*/|\\b(?<schema>(?<layer>"
                    + Stream.of(Layer.values()).map(Layer::id).collect(Collectors.joining("|"))
                    + ")(?<change>"
                    + References.CHANGE
                    + ")?)\\.(?<name>\\w+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private PlainReferences() {}

    /** As {@link References#in}. */
    static List<Reference> in(String sql) {
        List<Reference> found = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            if (token.group("schema") != null) {
                Layer layer = layer(token.group("layer"));
                found.add(new Reference(
                        new Relation(layer, token.group("name")),
                        token.group("change") != null,
                        token.start("schema"),
                        token.end("schema")));
            }
        }
        return List.copyOf(found);
    }

    private static Layer layer(String name) {
        return Layer.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
