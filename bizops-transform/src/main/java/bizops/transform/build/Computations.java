package bizops.transform.build;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import bizops.transform.compute.Column;
import bizops.transform.compute.Computation;
import bizops.transform.markov.MarkovChannels;
import bizops.transform.markov.MarkovSums;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Makes the tables of computed models. */
final class Computations {
    private static final Map<String, Computation> BY_NAME =
            Map.of("markov", new MarkovChannels(), "markov_sum", new MarkovSums());

    /** Rows that are held in memory at a time. */
    private static final int ROWS_AT_A_TIME = 1_000;

    private Computations() {}

    /** Reads the query, computes, and fills a new table in one statement. */
    static void make(DSLContext statements, String computation, Name relation, SQL query) {
        Computation known = BY_NAME.get(computation);
        if (known == null) {
            throw new IllegalStateException("model " + relation + ": no computation '" + computation + "'");
        }
        List<Column> columns = statements.transactionResult(transaction -> computed(transaction.dsl(), known, query));
        statements
                .createTable(relation)
                .columns(columns.stream()
                        .map(column -> field(name(column.name()), column.type()))
                        .toList())
                .execute();
        statements
                .query(
                        "insert into {0} select {1} from unnest({2}) as x ({3})",
                        relation,
                        list(columns.stream().map(Computations::read).toList()),
                        list(columns.stream().map(Computations::values).toList()),
                        list(columns.stream().map(column -> name(column.name())).toList()))
                .execute();
    }

    /** In a transaction, for the server gives away rows bit by bit in one alone; unparallel, so that they come in order. */
    private static List<Column> computed(DSLContext inside, Computation known, SQL query) {
        inside.query("set local max_parallel_workers_per_gather = 0").execute();
        return inside.connectionResult(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                try (ResultSet rows = statement.executeQuery(inside.renderInlined(query))) {
                    return known.compute(rows);
                }
            }
        });
    }

    private static QueryPart read(Column column) {
        Name value = name("x", column.name());
        return column.type().isArray() ? DSL.sql("{0}::" + column.type().getTypeName(), value) : value;
    }

    private static QueryPart values(Column column) {
        return column.type().isArray()
                ? val(column.values().toArray(), SQLDataType.CLOB.getArrayDataType())
                : val(column.values().toArray(), column.type().getArrayDataType());
    }
}
