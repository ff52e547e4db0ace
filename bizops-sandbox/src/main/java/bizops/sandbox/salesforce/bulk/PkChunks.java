package bizops.sandbox.salesforce.bulk;

import bizops.sandbox.salesforce.data.RecordId;
import bizops.sandbox.salesforce.soql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Splits a query by spans of its ids, as PK chunking does; a span without rows is a chunk all the same. */
public final class PkChunks {
    private PkChunks() {}

    /** One batch for each span of {@code size} ids from the first to the last one that matches now. */
    public static List<AsyncBatch.Work> of(Statement statement, boolean all, int size) {
        List<String> ids = statement.run(all);
        List<AsyncBatch.Work> chunks = new ArrayList<>();
        if (ids.isEmpty()) {
            chunks.add(AsyncBatch.Work.query(() -> ResultSet.ofIds(statement, List.of())));
            return chunks;
        }
        long first = RecordId.serial(ids.get(0));
        int from = 0;
        for (long end = first + size; from < ids.size(); end += size) {
            int to = from;
            while (to < ids.size() && RecordId.serial(ids.get(to)) < end) {
                to++;
            }
            List<String> some = ids.subList(from, to);
            chunks.add(AsyncBatch.Work.query(() -> ResultSet.ofIds(statement, some)));
            from = to;
        }
        return chunks;
    }
}
