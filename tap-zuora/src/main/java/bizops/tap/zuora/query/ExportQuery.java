package bizops.tap.zuora.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request for rows: a half-open window of stamps, or a page by id, or both. Immutable.
 *
 * @param fields as the query names them, {@code Id} first
 * @param cursor the field that {@code from} and {@code to} bound; empty if the object has none
 * @param from first stamp inside; empty for no beginning
 * @param to first stamp outside; empty for no end
 * @param afterId only rows whose id is greater
 * @param limit most rows, in order of their id; 0 for all, in no order
 * @param deleted whether deleted rows come too
 */
public record ExportQuery(
        String object,
        List<String> fields,
        Optional<String> cursor,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> afterId,
        int limit,
        boolean deleted) {

    public ExportQuery {
        fields = List.copyOf(fields);
    }

    /** The query in Export ZOQL. */
    public String zoql() {
        List<String> names = fields.stream().map(Zoql::name).toList();
        StringBuilder text = new StringBuilder("select ")
                .append(String.join(", ", names))
                .append(" from ")
                .append(Zoql.name(object));
        List<String> conditions = new ArrayList<>();
        cursor.map(Zoql::name).ifPresent(name -> {
            from.ifPresent(start -> conditions.add(name + " >= " + Zoql.literal(start)));
            to.ifPresent(end -> conditions.add(name + " < " + Zoql.literal(end)));
        });
        afterId.ifPresent(id -> conditions.add("Id > " + Zoql.literal(id)));
        if (!conditions.isEmpty()) {
            text.append(" where ").append(String.join(" and ", conditions));
        }
        if (limit > 0) {
            text.append(" order by Id asc limit ").append(limit);
        }
        return text.toString();
    }

    /** The same for other fields. */
    public ExportQuery select(List<String> others) {
        return new ExportQuery(object, others, cursor, from, to, afterId, limit, deleted);
    }

    /** The same without deleted rows. */
    public ExportQuery withoutDeleted() {
        return new ExportQuery(object, fields, cursor, from, to, afterId, limit, false);
    }
}
