package bizops.transform.build;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.keyword;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import bizops.transform.compute.Column;
import bizops.transform.compute.Computation;
import bizops.transform.markov.MarkovChannels;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.SQL;

/** Makes the tables of computed models. */
final class Computations {
    private static final Map<String, Computation> BY_NAME = Map.of("markov", new MarkovChannels());

    private Computations() {}

    /** Reads the query, computes, and fills a new table in one statement. */
    static void make(DSLContext statements, String computation, Name relation, SQL query) {
        Computation known = BY_NAME.get(computation);
        if (known == null) {
            throw new IllegalStateException("model " + relation + ": no computation '" + computation + "'");
        }
        List<Column> columns = known.compute(statements.fetch(query));
        statements
                .createTable(relation)
                .columns(columns.stream()
                        .map(column -> field(name(column.name()), column.type()))
                        .toList())
                .execute();
        List<QueryPart> arrays = columns.stream()
                .map(column ->
                        (QueryPart) val(column.values().toArray(), column.type().getArrayDataType()))
                .toList();
        statements
                .query(
                        "insert into {0} select {1} from {2}({3})",
                        relation, keyword("*"), keyword("unnest"), list(arrays))
                .execute();
    }
}
