package bizops.tap.zuora.query;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Queries in the SQL of Data Query: lower-case names, related ids as columns of their own ({@code BillToContact.Id} is
 * {@code billtocontactid}). Stateless.
 */
public final class Sql {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss '+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Sql() {}

    /** The statement for these rows. */
    public static String of(ExportQuery query) {
        List<String> columns = query.fields().stream().map(Sql::column).toList();
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(String.join(", ", columns))
                .append(" FROM ")
                .append(column(query.object()));
        List<String> conditions = new ArrayList<>();
        query.cursor().map(Sql::column).ifPresent(name -> {
            query.from().ifPresent(start -> conditions.add(name + " >= " + literal(start)));
            query.to().ifPresent(end -> conditions.add(name + " < " + literal(end)));
        });
        query.afterId().ifPresent(id -> conditions.add("id > '" + id.replace("'", "''") + "'"));
        if (!conditions.isEmpty()) {
            sql.append(" WHERE ").append(String.join(" AND ", conditions));
        }
        if (query.limit() > 0) {
            sql.append(" ORDER BY id LIMIT ").append(query.limit());
        }
        return sql.toString();
    }

    /** The name of a column or table. */
    public static String column(String name) {
        return Zoql.name(name).replace(".", "").toLowerCase(Locale.ROOT);
    }

    /** A point in time, to the second. */
    static String literal(Instant instant) {
        return "TIMESTAMP '" + DATE_TIME.format(instant.truncatedTo(ChronoUnit.SECONDS)) + "'";
    }
}
