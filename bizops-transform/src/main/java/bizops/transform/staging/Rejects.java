package bizops.transform.staging;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.left;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** Finds the raw values that are given but cannot be read. Immutable. */
record Rejects(DSLContext statements, StagingQuery query) {
    private static final int MOST_ROWS = 1000;
    private static final int LONGEST = 200;

    /** The counts of each column that has any. */
    List<RejectCount> find() {
        List<StagingQuery.Reading> readable = query.readable();
        if (query.source().raw().isEmpty() || readable.isEmpty()) {
            return List.of();
        }
        List<Field<Integer>> counts = new ArrayList<>();
        for (StagingQuery.Reading one : readable) {
            counts.add(count().filterWhere(query.conversion().isGiven(one.column())));
            counts.add(count().filterWhere(query.conversion().isRejected(one.column(), one.type())));
        }
        Record counted = statements.select(counts).from(query.from()).fetchSingle();
        List<RejectCount> found = new ArrayList<>();
        for (int i = 0; i < readable.size(); i++) {
            int given = counted.get(2 * i, Integer.class);
            int rejected = counted.get(2 * i + 1, Integer.class);
            if (rejected > 0) {
                found.add(new RejectCount(
                        query.source().raw().orElseThrow(),
                        readable.get(i).column().name(),
                        given,
                        rejected,
                        rows(readable.get(i))));
            }
        }
        return found;
    }

    private List<RejectCount.Row> rows(StagingQuery.Reading one) {
        Field<String> key = query.keyText();
        Field<String> value = left(Conversion.text(one.column()), LONGEST);
        return statements
                .select(key, value)
                .from(query.from())
                .where(query.conversion().isRejected(one.column(), one.type()))
                .orderBy(key, value)
                .limit(MOST_ROWS)
                .fetch(row -> new RejectCount.Row(String.valueOf(row.value1()), row.value2()));
    }
}
