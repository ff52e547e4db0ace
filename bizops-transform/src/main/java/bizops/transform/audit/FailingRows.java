package bizops.transform.audit;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;

/** The rows that a test's query returns: how many, and the first column of some. Immutable. */
record FailingRows(long count, List<String> samples, String query) {
    private static final int SAMPLES = 5;

    /** Of a query that needs not be run: something else holds that it returns nothing. */
    static FailingRows none(String query) {
        return new FailingRows(0, List.of(), query);
    }

    static FailingRows of(DSLContext statements, Select<? extends Record> failing) {
        Table<?> rows = failing.asTable("f");
        long count = statements.select(DSL.count()).from(rows).fetchSingle().value1();
        String query = statements.renderInlined(failing);
        if (count == 0) {
            return new FailingRows(0, List.of(), query);
        }
        Field<?> key = rows.field(0);
        return new FailingRows(
                count, samples(statements.select(key).from(rows).orderBy(key).limit(SAMPLES)), query);
    }

    /** The rows of a query given as text, under {@code rows}; its first column is the key to show. */
    static FailingRows of(DSLContext statements, Table<?> rows) {
        long count = statements.select(DSL.count()).from(rows).fetchSingle().value1();
        ResultQuery<?> sample = statements
                .select(DSL.asterisk())
                .from(rows)
                .orderBy(DSL.inline(1))
                .limit(SAMPLES);
        return new FailingRows(count, count == 0 ? List.of() : samples(sample), sample.getSQL(ParamType.INLINED));
    }

    Finding as(String test, String model, boolean isError, String says) {
        return new Finding(test, model, isError, count, says, samples, query);
    }

    private static List<String> samples(ResultQuery<?> query) {
        return query.fetch(row -> String.valueOf(row.get(0)));
    }
}
