package bizops.transform.history;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.model.HistoryModel;
import bizops.transform.model.Relation;
import bizops.transform.model.Statement;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * The versions of an entity as they are once this build is published: those that are kept, and what staging shows now.
 *
 * <p>A version begins at the source's stamp. Where that cannot be (a deletion without a stamp of its own, a record that
 * is gone, one that is back with its old stamp), it begins at the newest stamp of the whole table, which is the latest
 * instant of which staging can know, and never before the version it follows. Immutable.
 */
record Versions(DSLContext statements, Environment environment, HistoryModel model) {
    private static final String QUERY = """
            with source as materialized ({source}),
            newest as (
                select max(s.modified_at) as at, count(*) > 0 as is_any from {whole} s
            ),
            last as (
                select distinct on (h.id) h.* from {history} h order by h.id, h.valid_from desc
            ),
            stamped as (
                select s.*, coalesce(s.modified_at, s.created_at, n.at, timestamptz 'epoch') as at,
                    l.valid_from as last_from, coalesce(l.is_deleted, false) as was_deleted,
                    greatest(n.at, l.valid_from + interval '1 microsecond') as latest
                from source s
                cross join newest n
                left join last l on l.id = s.id
            ),
            seen as (
                select s.*,
                    case
                        when s.is_deleted and greatest(s.at, s.deleted_at) <= s.last_from then s.latest
                        when s.is_deleted then greatest(s.at, s.deleted_at)
                        when s.was_deleted and s.at <= s.last_from then s.latest
                        else s.at
                    end as valid_from
                from stamped s
                where not (s.is_deleted and s.was_deleted)
            ),
            stated as (
                select x.id, x.valid_from, x.is_deleted, false as is_backfilled, 1 as rank, {columns} from seen x
                union all
                select x.id, x.valid_from, x.is_deleted, x.is_backfilled, 2, {columns} from {history} x
                union all
                select x.id, greatest(n.at, x.valid_from + interval '1 microsecond'), true, false, 3, {columns}
                from last x
                cross join newest n
                where not x.is_deleted
                    and not exists (select 1 from source s where s.id = x.id)
                    and n.is_any
                {past}
            ),
            single as (
                select distinct on (x.id, x.valid_from) x.*,
                    md5(jsonb_build_array(x.is_deleted, {columns})::text) as row_hash
                from stated x
                order by x.id, x.valid_from, x.rank
            ),
            compared as (
                select x.*,
                    x.row_hash is distinct from lag(x.row_hash) over (partition by x.id order by x.valid_from) as is_change
                from single x
            )
            select x.id, x.valid_from,
                coalesce(lead(x.valid_from) over (partition by x.id order by x.valid_from), timestamptz 'infinity')
                    as valid_to,
                x.is_deleted, x.row_hash, x.is_backfilled, {columns}
            from compared x
            where x.is_change
            """;
    private static final String PAST = """
                union all
                select x.id, x.valid_from, false, true, 4, {columns}
                from ({query}) x
                join seen s on s.id = x.id and s.last_from is null and x.valid_from < s.valid_from
            """;

    /** Fills the staging table of the versions. */
    void create() {
        Name version = name(environment.next(Layer.STAGING), model.versionTable());
        QueryPart query = query(this::next, name(environment.history(), model.entity()), DSL.raw("source"));
        statements.query("create table {0} as {1}", version, query).execute();
        statements
                .alterTable(table(version))
                .add(DSL.primaryKey(name("id"), name("valid_from")))
                .execute();
        HistoryTables.describe(
                statements, model, version, "A row: a version of a Salesforce " + model.entity() + ", kept in history");
    }

    /** As {@link VersionQuery}: of some records alone, and yet with the newest stamp of the whole table. */
    QueryPart part(Function<Relation, String> schemas, QueryPart kept) {
        return query(schemas, kept, DSL.sql("({0})", text(model.source(), this::next)));
    }

    private QueryPart query(Function<Relation, String> schemas, QueryPart kept, QueryPart whole) {
        return Template.of(
                QUERY,
                "source",
                text(model.source(), schemas),
                "whole",
                whole,
                "history",
                kept,
                "columns",
                columns(),
                "past",
                past(schemas));
    }

    private QueryPart past(Function<Relation, String> schemas) {
        return model.past()
                .<QueryPart>map(query -> Template.of(PAST, "columns", columns(), "query", text(query, schemas)))
                .orElse(DSL.raw(""));
    }

    private QueryPart text(Statement statement, Function<Relation, String> schemas) {
        return DSL.raw(statement.textIn(schemas, environment::change));
    }

    private String next(Relation relation) {
        return environment.next(relation.layer());
    }

    private QueryPart columns() {
        List<Field<?>> columns = new ArrayList<>();
        model.columns().keySet().forEach(column -> columns.add(field(name("x", column))));
        return DSL.list(columns);
    }
}
