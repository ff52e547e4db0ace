package bizops.target.table;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names fit into 63 bytes, stay apart, and reach the server as they are. */
final class IdentifierTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOWER    | AccountId          | accountid
            LOWER    | Order-Total.Net %s | order-total.net %s
            LOWER    | ÄÖÜ_İ              | äöü_i̇
            LOWER    | CTID               | ctid_
            PRESERVE | AccountId          | AccountId
            PRESERVE | ctid               | ctid_
            PRESERVE | CTID               | CTID
            PRESERVE | tableoid           | tableoid_
            SNAKE    | AccountId          | account_id
            SNAKE    | accountID          | account_id
            SNAKE    | HTTPServerName     | http_server_name
            SNAKE    | Order-Total.Net    | order_total_net
            SNAKE    | address1Line2      | address1_line2
            SNAKE    | already_snake      | already_snake
            """)
    void aColumnIsNamedByTheSetting(NameCase nameCase, String property, String column) {
        assertThat(nameCase.column(property)).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LOWER    | db-Schema.Table | db_schema_table
            PRESERVE | db-Schema.Table | db-Schema.Table
            SNAKE    | db-Schema.Table | db_schema_table
            """)
    void aTableIsNamedByTheSetting(NameCase nameCase, String stream, String table) {
        assertThat(nameCase.table(stream)).isEqualTo(table);
    }

    @Test
    void anEmptyNameAndNulBecomeUnderscores() {
        assertThat(NameCase.LOWER.column("")).isEqualTo("_");
        assertThat(NameCase.LOWER.table("")).isEqualTo("_");
        assertThat(NameCase.LOWER.column("a\0b")).isEqualTo("a_b");
    }

    @Test
    void aNameOf63BytesStaysAndALongerOneEndsInAHash() {
        assertThat(NameCase.LOWER.column("a".repeat(63))).isEqualTo("a".repeat(63));
        // echo -n aaa… | sha256sum
        assertThat(NameCase.LOWER.column("a".repeat(64))).isEqualTo("a".repeat(54) + "_ffe054fe");
    }

    @Test
    void aCharacterThatStandsOnTheLimitIsNotCut() {
        String name = NameCase.LOWER.column("x" + "é".repeat(40));

        assertThat(name).startsWith("x" + "é".repeat(26) + "_").doesNotStartWith("x" + "é".repeat(27));
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(62);
        assertThat(NameCase.LOWER.column("😀".repeat(20))).startsWith("😀".repeat(13) + "_");
    }

    @Property(tries = 200)
    void everyNameFitsAndIsTheSameForTheSameName(@ForAll @StringLength(max = 90) String property) {
        for (NameCase nameCase : NameCase.values()) {
            String column = nameCase.column(property);

            assertThat(column.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 63);
            assertThat(column).doesNotContain("\0").isEqualTo(nameCase.column(property));
        }
    }

    @Property(tries = 200)
    void propertiesOfOneStreamHaveColumnsOfTheirOwn(
            @ForAll @UniqueElements @Size(max = 8)
                    List<@StringLength(max = 3) @Chars({'a', 'A', 'b', '-', '_'}) String> properties,
            @ForAll NameCase nameCase) {
        ColumnNames names = new ColumnNames(nameCase, Map.of());

        Set<String> columns = new HashSet<>(names.assign(properties).values());

        assertThat(columns).hasSize(properties.size());
    }

    @Test
    void quotedNamesReachTheServerAsTheyAre() throws SQLException {
        try (Connection connection = SharedPostgres.freshDatabase().connect();
                Statement statement = connection.createStatement()) {
            for (String name : new String[] {
                "a\"b",
                "select",
                "%s",
                "a:b",
                "?",
                "$1",
                "{x}",
                "a\\b",
                "it's",
                "ÄÖ",
                " ",
                "-",
                NameCase.LOWER.column("é".repeat(80))
            }) {
                statement.execute("CREATE TABLE " + Identifier.quote(name) + " (" + Identifier.quote(name) + " int)");
                statement.execute("COMMENT ON COLUMN " + Identifier.quote(name) + "." + Identifier.quote(name) + " IS "
                        + Identifier.literal(name));
                try (ResultSet row = statement.executeQuery(
                        "SELECT c.relname, a.attname, col_description(c.oid, 1) FROM pg_class c JOIN pg_attribute a"
                                + " ON a.attrelid = c.oid AND a.attnum = 1 ORDER BY c.oid DESC LIMIT 1")) {
                    row.next();
                    assertThat(new String[] {row.getString(1), row.getString(2), row.getString(3)})
                            .containsExactly(name, name, name);
                }
            }
        }
    }
}
