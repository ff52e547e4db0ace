package bizops.report.metabase;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bodies of {@code POST /api/card} and {@code PUT /api/card/ID}: a question in SQL with field filters. */
record CardBody(MetabaseDatabase database) {
    /** But for its description and its collection. */
    Map<String, @Nullable Object> of(Question question) {
        Map<String, @Nullable Object> tags = new LinkedHashMap<>();
        List<Object> parameters = new ArrayList<>();
        question.filters().forEach((filter, column) -> {
            FilterField field = database.field(column);
            String id = id(question.name() + "/" + filter);
            tags.put(
                    filter,
                    Body.of(
                            "id",
                            id,
                            "name",
                            filter,
                            "display-name",
                            label(filter),
                            "type",
                            "dimension",
                            "dimension",
                            Arrays.asList("field", field.id(), null),
                            "widget-type",
                            field.widget()));
            parameters.add(Body.of(
                    "id", id,
                    "name", label(filter),
                    "slug", filter,
                    "type", field.widget(),
                    "target", target(filter)));
        });
        return Body.of(
                "name",
                question.title(),
                "type",
                "question",
                "display",
                question.display(),
                "dataset_query",
                Body.of(
                        "type", "native",
                        "database", database.id(),
                        "native", Body.of("query", sql(question), "template-tags", tags)),
                "parameters",
                parameters,
                "visualization_settings",
                question.x().isEmpty()
                        ? Map.of()
                        : Body.of("graph.dimensions", question.x(), "graph.metrics", question.y()));
    }

    private String sql(Question question) {
        return question.sql().replaceAll("\\bmarts\\.", database.schema() + ".");
    }

    /** Where a filter's value goes. */
    static List<Object> target(String filter) {
        return List.of("dimension", List.of("template-tag", filter));
    }

    /** The same for the same name, so that a second upload changes nothing. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String label(String filter) {
        String words = filter.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
