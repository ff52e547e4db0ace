package bizops.report.cube;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.report.source.CubeFile;
import bizops.report.source.Place;
import bizops.report.source.SumColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A database with hardly any marts. */
record SmallMarts(TestDatabase database) {
    static SmallMarts create() throws SQLException {
        SmallMarts marts = new SmallMarts(SharedPostgres.freshDatabase());
        marts.execute("""
                create schema marts;
                create schema core;
                create table marts.build_info as
                select date '2026-03-31' as as_of, 'USD'::text as reporting_currency,
                    'Europe/Berlin'::text as reporting_timezone, 'first'::text as default_model, 0.78 as gross_margin,
                    null::numeric as average_retention_months, 61.5 as median_conversion_days;
                create table marts.deal (amount numeric);
                insert into marts.deal values (5), (7);
                comment on column marts.deal.amount is 'what was "signed"';
                create table core.secret (a int);
                """);
        return marts;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Builder cube(String sql) {
        return new Builder("it", sql);
    }

    CubeData read(Builder cube) throws SQLException {
        try (Connection connection = database.connect()) {
            return Snapshot.read(connection, new Schemas(""), List.of(cube.file()), false)
                    .cube("it");
        }
    }

    /** As a role that may read the marts and nothing else. */
    CubeData readAsReader(Builder cube) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'report_reader') then
                        create role report_reader;
                      end if;
                    end $$;
                    grant usage on schema marts to report_reader;
                    grant select on all tables in schema marts to report_reader;
                    set role report_reader""");
            return Snapshot.read(connection, new Schemas(""), List.of(cube.file()), false)
                    .cube("it");
        }
    }

    /** With a cube of sums and one of persons. */
    Marts readAll(boolean withDetails) throws SQLException {
        CubeFile deals = new Builder("deals", "select amount from deal")
                .sums(new SumColumn("amount", false, SumColumn.Months.ALL))
                .file();
        CubeFile people = new Builder("people", "select 'ann@example.test' as email")
                .column("email", "E-mail")
                .details()
                .file();
        try (Connection connection = database.connect()) {
            return Snapshot.read(connection, new Schemas(""), List.of(deals, people), withDetails);
        }
    }

    /** What a cube's file says, part by part. */
    static final class Builder {
        private final String name;
        private final String sql;
        private List<String> dimensions = List.of();
        private final Map<String, String> labels = new LinkedHashMap<>();
        private List<SumColumn> sums = List.of();
        private final Map<String, String> columns = new LinkedHashMap<>();
        private boolean details;
        private boolean optional;

        private Builder(String name, String sql) {
            this.name = name;
            this.sql = sql;
        }

        Builder dimensions(String... names) {
            dimensions = List.of(names);
            return this;
        }

        Builder label(String dimension, String column) {
            labels.put(dimension, column);
            return this;
        }

        Builder sums(SumColumn... of) {
            sums = List.of(of);
            return this;
        }

        Builder column(String column, String title) {
            columns.put(column, title);
            return this;
        }

        Builder details() {
            details = true;
            return this;
        }

        Builder optional() {
            optional = true;
            return this;
        }

        /** The query begins at line 7. */
        CubeFile file() {
            return new CubeFile(
                    name,
                    "rows",
                    sql,
                    dimensions,
                    labels,
                    Set.of(),
                    sums,
                    List.of(),
                    null,
                    columns,
                    Set.of(),
                    details,
                    optional,
                    null,
                    new Place("cubes/" + name + ".sql", 7));
        }
    }
}
