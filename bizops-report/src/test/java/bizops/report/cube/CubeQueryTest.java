package bizops.report.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.report.source.SumColumn;
import bizops.report.source.SumColumn.Months;
import bizops.singer.error.ConfigException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is read of the marts, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CubeQueryTest {
    private SmallMarts marts;

    @BeforeAll
    void create() throws SQLException {
        marts = SmallMarts.create();
    }

    @Test
    void readsDimensionsInTheOrderShownAndSumsWithEveryDigit() throws SQLException {
        CubeData cube = marts.read(marts.cube("""
                        select * from (values
                            (date '2026-02-01', 'b', 'Zebra', 10, true, 1.10, null),
                            (date '2026-01-01', 'a', 'Yak', 9, false, 99999999999999999999.000000000000000001, 2),
                            (null, null, null, null, null, -1, 3),
                            (date '2026-01-01', 'b', 'Zebra', 100, true, 0, 5)
                        ) v (month, channel, channel_name, size, flag, amount, count)""")
                .dimensions("month", "channel", "size", "flag")
                .label("channel", "channel_name")
                .sums(new SumColumn("amount", false, Months.ALL), new SumColumn("count", true, Months.ALL)));

        assertThat(dimension(cube, "month").keys()).isEqualTo(Arrays.asList("2026-01", "2026-02", null));
        assertThat(dimension(cube, "month").codes()).containsExactly(1, 0, 2, 0);
        assertThat(dimension(cube, "channel").keys()).isEqualTo(Arrays.asList("a", "b", null));
        assertThat(dimension(cube, "channel").labels()).containsExactly("Yak", "Zebra", "Unknown");
        assertThat(dimension(cube, "size").keys()).isEqualTo(Arrays.asList("9", "10", "100", null));
        assertThat(dimension(cube, "size").numeric()).isTrue();
        assertThat(dimension(cube, "flag").keys()).isEqualTo(Arrays.asList("false", "true", null));
        assertThat(cube.sum("amount").at(1)).isEqualByComparingTo("99999999999999999999.000000000000000001");
        assertThat(cube.sum("count").at(0)).isNull();
        assertThat(cube.months()).containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2));
    }

    @Test
    void readsTheBuildAndTheCommentsOfItsColumns() throws SQLException {
        Marts read = marts.readAll(false);

        assertThat(read.build().asOf()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(read.build().currency()).isEqualTo("USD");
        assertThat(read.build().constant("gross_margin")).isEqualByComparingTo(new BigDecimal("0.78"));
        assertThat(read.build().constant("average_retention_months")).isNull();
        assertThat(read.comments()).containsEntry("deal.amount", "what was \"signed\"");
    }

    @Test
    void listsRowsOfEveryTypeAsTheyAreShown() throws SQLException {
        CubeData cube = marts.read(marts.cube("""
                        select 'x'::text as name, 12345.60 as amount, date '2026-01-31' as day,
                            timestamptz '2026-01-31 23:30:00+00' as at, timestamp '2026-01-31 23:30:59' as local,
                            false as is_open, array['a', null, 'b'] as tags, null::int as nothing""")
                .column("name", "Name")
                .column("amount", "Amount")
                .column("day", "Day")
                .column("at", "At")
                .column("local", "Local")
                .column("is_open", "Open")
                .column("tags", "Tags")
                .column("nothing", "Nothing"));

        assertThat(cube.cells().stream().map(Cells::values).toList())
                .isEqualTo(List.of(
                        List.of("x"),
                        List.of("12345.60"),
                        List.of("2026-01-31"),
                        List.of("2026-02-01 00:30"),
                        List.of("2026-01-31 23:30"),
                        List.of("false"),
                        List.of("a, b"),
                        Arrays.asList((String) null)));
    }

    @Test
    void namesTheSchemasOfItsEnvironment() throws SQLException {
        Map<String, String> names = Map.of(
                "{core}", "acme_core", "{bizops}", "acme_bizops", "{loads}", "bizops", "{history}", "acme_history");

        names.forEach((word, schema) ->
                assertThat(new Schemas("acme").fill("from " + word + ".x")).isEqualTo("from \"" + schema + "\".x"));
        assertThat(new Schemas("").fill("from {core}.x where '{}' = ''")).isEqualTo("from \"core\".x where '{}' = ''");
        assertThat(new Schemas("acme").marts()).isEqualTo("acme_marts");
    }

    @Test
    void saysWhichColumnsTheHeaderAndTheQueryDoNotShare() {
        assertThatThrownBy(() -> marts.read(marts.cube("select 1 as a, 2 as b, 3 as b")
                        .dimensions("month")
                        .sums(new SumColumn("a", false, Months.ALL))))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        wrong -> assertThat(wrong.problems())
                                .containsExactly(
                                        "cubes/it.sql:7: the query has two columns \"b\"; name one otherwise",
                                        "cubes/it.sql:7: the query has no column \"month\", which the header declares",
                                        "cubes/it.sql:7: column \"b\" of the query is not declared; say in the header what it is,"
                                                + " or leave it out"));
    }

    @Test
    void refusesValuesThatWouldBeWrongInAPage() {
        refused("select null::int as a", "column \"a\" is null in row 1; declare \"a?\" if null means unknown");
        refused("select 1.5::float8 as a", "column \"a\" is a sum and must be an integer or numeric");
        assertThatThrownBy(() -> marts.read(marts.cube("select date '2026-01-02' as month, 1 as a")
                        .dimensions("month")
                        .sums(new SumColumn("a", false, Months.ALL))))
                .hasMessage("cubes/it.sql:7: column \"month\" holds 2026-01-02, which is not the first day of a month;"
                        + " use date_trunc");
        assertThatThrownBy(() -> marts.read(marts.cube("select '2026-01' as month, 1 as a")
                        .dimensions("month")
                        .sums(new SumColumn("a", false, Months.ALL))))
                .hasMessageContaining("column \"month\" must be a date");
        assertThatThrownBy(() -> marts.read(marts.cube("select '{}'::json as a").column("a", "A")))
                .hasMessageContaining("column \"a\" is of a type that cannot be shown");
    }

    @Test
    void namesTheLineAtWhichTheServerStumbled() {
        refused("select\n  1 as a\nfrom no_such_mart", "cubes/it.sql:9: relation \"no_such_mart\" does not exist");
        refused("select\n  nothing as a\nfrom deal", "cubes/it.sql:8: column \"nothing\" does not exist");
        refused("select 1 as a\nfrom deal\nwhere where", "cubes/it.sql:9: syntax error at or near \"where\"");
        refused("select 1 / 0 as a", "cubes/it.sql:7: division by zero");
        refused("insert into deal values (1) returning 1 as a", "cannot execute INSERT in a read-only transaction");
    }

    @Test
    void anOptionalCubeIsEmptyAndSaysWhy() throws SQLException {
        CubeData absent = marts.read(marts.cube("select 1 as a from {loads}.run")
                .sums(new SumColumn("a", false, Months.ALL))
                .optional());
        CubeData secret = marts.readAsReader(marts.cube("select a from {core}.secret")
                .sums(new SumColumn("a", false, Months.ALL))
                .optional());

        assertThatThrownBy(() -> marts.readAsReader(
                        marts.cube("select a\nfrom {core}.secret").sums(new SumColumn("a", false, Months.ALL))))
                .as("unless it is not optional")
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("cubes/it.sql:")
                .hasMessageContaining("grant the report's role USAGE on the schema and SELECT on its tables");
        assertThat(absent.rows()).isZero();
        assertThat(absent.missing()).contains("relation \"bizops.run\" does not exist");
        assertThat(absent.sums()).containsOnlyKeys("a");
        assertThat(secret.missing()).contains("permission denied for schema core", "grant the report's role USAGE");
        assertThatThrownBy(() -> marts.read(marts.cube("select 1 / 0 as a")
                        .sums(new SumColumn("a", false, Months.ALL))
                        .optional()))
                .as("a mistake is none that is optional")
                .hasMessageContaining("division by zero");
    }

    @Test
    void rowsAboutPersonsAreReadOnlyWhenAskedFor() throws SQLException {
        assertThat(marts.readAll(true).cube("people").cells().get(0).values()).containsExactly("ann@example.test");
        CubeData without = marts.readAll(false).cube("people");
        assertThat(without.rows()).isZero();
        assertThat(without.cells().get(0).values()).isEmpty();
        assertThat(without.missing()).contains("--with-details");
    }

    private static Dimension dimension(CubeData cube, String name) {
        return Objects.requireNonNull(cube.dimensions().get(name));
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() -> marts.read(marts.cube(sql).sums(new SumColumn("a", false, Months.ALL))))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("cubes/it.sql:")
                .hasMessageContaining(why)
                .satisfies(wrong -> assertThat(wrong.getMessage()).doesNotContain("\n"));
    }
}
