package bizops.target.table;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which type a column gets for values of another, and what the server makes of a value on its way there. */
final class ConversionTest {
    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        connection = SharedPostgres.freshDatabase().connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE TYPE mood AS ENUM ('good', 'bad')");
        }
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            smallint                    | bigint                   | bigint
            bigint                      | smallint                 | bigint
            integer                     | bigint                   | bigint
            bigint                      | numeric                  | numeric
            numeric                     | bigint                   | numeric
            numeric                     | numeric(10,2)            | numeric
            numeric(10,2)               | numeric                  | numeric
            numeric(10,2)               | numeric(6,4)             | numeric(12,4)
            numeric(12,4)               | numeric(10,2)            | numeric(12,4)
            numeric(10,2)               | bigint                   | numeric(21,2)
            numeric(38,9)               | bigint                   | numeric(38,9)
            smallint                    | numeric(3,2)             | numeric(7,2)
            numeric(1000,0)             | numeric(2,2)             | numeric
            double precision            | numeric                  | numeric
            real                        | bigint                   | numeric
            character varying           | text                     | character varying
            character varying           | timestamp with time zone | character varying
            character varying(20)       | text                     | text
            character varying(20)       | bigint                   | text
            character(3)                | text                     | text
            text                        | boolean                  | text
            text                        | jsonb                    | jsonb
            character varying           | jsonb                    | jsonb
            text                        | uuid                     | text
            uuid                        | text                     | text
            boolean                     | text                     | text
            boolean                     | bigint                   | text
            date                        | timestamp with time zone | timestamp with time zone
            date                        | text                     | text
            date                        | bigint                   | text
            timestamp with time zone    | date                     | timestamp with time zone
            timestamp(3) with time zone | timestamp with time zone | timestamp with time zone
            timestamp without time zone | timestamp with time zone | timestamp without time zone
            timestamp without time zone | text                     | text
            time(0) without time zone   | time without time zone   | time without time zone
            jsonb                       | text                     | jsonb
            json                        | jsonb                    | json
            json                        | bigint                   | json
            bigint                      | jsonb                    | jsonb
            text[]                      | jsonb                    | text[]
            text[]                      | text                     | a new column
            inet                        | text                     | inet
            mood                        | text                     | mood
            interval                    | text                     | interval
            money                       | numeric                  | money
            inet                        | jsonb                    | a new column
            bytea                       | bytea                    | bytea
            bytea                       | text                     | a new column
            text                        | bytea                    | a new column
            inet                        | bytea                    | a new column
            """)
    void aColumnGetsTheLeastTypeThatHoldsOldAndNew(String existing, String wanted, String common) {
        assertThat(CommonType.of(ColumnType.named(existing), ColumnType.named(wanted))
                        .map(ColumnType::sql)
                        .orElse("a new column"))
                .isEqualTo(common);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "null", textBlock = """
            bigint                      | 7                               | numeric                     | 7
            double precision            | 0.1234567890123456              | numeric                     | 0.1234567890123456
            double precision            | 9007199254740993                | numeric                     | 9007199254740992
            double precision            | 1e300                           | text                        | 1e+300
            numeric                     | 1.50                            | text                        | 1.50
            boolean                     | t                               | text                        | true
            date                        | 2024-02-29                      | timestamp with time zone    | 2024-02-29 00:00:00+00
            date                        | 2024-02-29                      | text                        | 2024-02-29
            timestamp with time zone    | 2024-02-29 01:02:03.4+02        | text                        | 2024-02-28T23:02:03.400000Z
            timestamp with time zone    | 0044-03-15 00:00:00+00 BC       | text                        | -0043-03-15T00:00:00.000000Z
            timestamp with time zone    | 0001-03-15 00:00:00+00 BC       | text                        | 0000-03-15T00:00:00.000000Z
            timestamp with time zone    | 0987-03-15 00:00:00+00          | text                        | 0987-03-15T00:00:00.000000Z
            timestamp with time zone    | 12024-03-15 00:00:00+00         | text                        | 12024-03-15T00:00:00.000000Z
            timestamp with time zone    | infinity                        | text                        | infinity
            timestamp with time zone    | -infinity                       | text                        | -infinity
            timestamp with time zone    | null                            | text                        | null
            timestamp with time zone    | 2024-02-29 01:02:03.4+02        | jsonb                       | "2024-02-28T23:02:03.400000Z"
            timestamp with time zone    | 2024-02-29 01:02:03+02          | timestamp without time zone | 2024-02-28 23:02:03
            timestamp with time zone    | 2024-02-29 01:02:03+02          | character varying           | 2024-02-28T23:02:03.000000Z
            timestamp without time zone | 2024-02-29 01:02:03             | text                        | 2024-02-29 01:02:03
            text                        | {"a":1}                         | jsonb                       | "{\\"a\\":1}"
            numeric                     | 1.50                            | jsonb                       | 1.50
            boolean                     | f                               | jsonb                       | false
            jsonb                       | "x"                             | text                        | x
            jsonb                       | {"b":1,"a":2}                   | json                        | {"a": 2, "b": 1}
            jsonb                       | ["a","b c",null,"\\"{,"]        | text[]                      | {a,"b c",NULL,"\\"{,"}
            jsonb                       | []                              | text[]                      | {}
            jsonb                       | [3,1,2]                         | bigint[]                    | {3,1,2}
            jsonb                       | [{"a":1},2,"x"]                 | jsonb[]                     | {"{\\"a\\": 1}",2,"\\"x\\""}
            jsonb                       | ["2024-02-29T01:02:03+02:00"]   | timestamp without time zone[] | {"2024-02-28 23:02:03"}
            jsonb                       | null                            | text[]                      | null
            text                        | 10.0.0.1/24                     | inet                        | 10.0.0.1/24
            text                        | bad                             | mood                        | bad
            text                        | P1Y2M3D                         | interval                    | 1 year 2 mons 3 days
            numeric                     | 12.50                           | money                       | $12.50
            uuid                        | a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 | text                   | a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11
            """)
    void aValueKeepsWhatItSays(String from, String value, String to, String converted) throws SQLException {
        String literal = value == null ? "NULL" : "'" + value.replace("'", "''") + "'";
        String sql = Conversion.sql("v", ColumnType.named(from), ColumnType.named(to));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lc_monetary = 'C'");
            try (ResultSet row = statement.executeQuery("SELECT (" + sql + ")::" + to + "::text, pg_typeof(" + sql
                    + ") FROM (SELECT " + literal + "::" + from + " AS v) AS x")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(converted == null ? null : converted);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            character varying(20)       | text
            character varying           | text
            character(3)                | text
            numeric(10,2)               | numeric
            numeric(10,2)               | numeric(12,4)
            timestamp(3) with time zone | timestamp with time zone
            integer                     | bigint
            bigint                      | numeric
            bigint                      | text
            date                        | timestamp with time zone
            text                        | jsonb
            """)
    void whatIsSaidToRewriteTheTableDoes(String from, String to) throws SQLException {
        ColumnType old = ColumnType.named(from);
        ColumnType wider = ColumnType.named(to);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS r");
            statement.execute("CREATE TABLE r (v " + from + ")");
            String before = file(statement);
            statement.execute("ALTER TABLE r ALTER v TYPE " + to + " USING " + Conversion.sql("v", old, wider));

            assertThat(Conversion.rewrites(old, wider))
                    .isEqualTo(!file(statement).equals(before));
        }
    }

    private static String file(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_relation_filenode('r')")) {
            row.next();
            return String.valueOf(row.getString(1)).toLowerCase(Locale.ROOT);
        }
    }
}
