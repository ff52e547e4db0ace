package bizops.transform.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/** SQL with named places in braces. */
final class Template {
    private Template() {}

    /** @param places names and what stands there, in turns */
    static QueryPart of(String sql, Object... places) {
        String numbered = sql;
        List<QueryPart> parts = new ArrayList<>();
        for (int i = 0; i < places.length; i += 2) {
            numbered = numbered.replace("{" + places[i] + "}", "{" + parts.size() + "}");
            parts.add((QueryPart) places[i + 1]);
        }
        return DSL.sql(numbered, parts.toArray(QueryPart[]::new));
    }

    /** Parts with a text between each two. */
    static QueryPart joined(String between, List<QueryPart> parts) {
        String places =
                IntStream.range(0, parts.size()).mapToObj(at -> "{" + at + "}").collect(Collectors.joining(between));
        return DSL.sql(places, parts.toArray(QueryPart[]::new));
    }
}
