package bizops.transform;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What a build has published, to compare with another: a digest of the rows of each table of core and marts. */
final class Published {
    private Published() {}

    /** Notes and the accounts of raw rows are left out: they tell how raw was, not what it said. */
    static Map<String, String> rows(Warehouse warehouse) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (String table : warehouse.rows("select table_schema || '.\"' || table_name || '\"'"
                + " from information_schema.tables where table_schema in ('core', 'marts')"
                + " and table_name not in ('note', 'entity_count')")) {
            digests.put(
                    table,
                    warehouse
                            .rows("select count(*) || ' ' || coalesce(md5(string_agg(t::text, chr(10)"
                                    + " order by t::text collate \"C\")), '') from " + table + " t")
                            .get(0));
        }
        return digests;
    }
}
