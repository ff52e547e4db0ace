package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** The worked example's numbers, as an independent program has computed and rounded them. */
final class Expected {
    private static final BigDecimal MONEY = new BigDecimal("0.005");
    private static final BigDecimal RATIO = new BigDecimal("0.000001");

    private Expected() {}

    static JsonNode all() throws IOException {
        return new ObjectMapper().readTree(Warehouse.fixture("expected.json").toFile());
    }

    /**
     * Holds every number of every group to a row.
     *
     * @param groups number by column, by group
     * @param of what follows {@code from}, up to the column that is to equal the group's name
     */
    static void compare(Warehouse warehouse, JsonNode groups, String of) throws SQLException {
        for (var group : groups.properties()) {
            row(warehouse, group.getValue(), of + " = '" + group.getKey() + "'");
        }
    }

    /** Holds every number, by column, to the one row that {@code of} finds. */
    static void row(Warehouse warehouse, JsonNode numbers, String of) throws SQLException {
        for (var number : numbers.properties()) {
            value(warehouse, number.getValue(), "select " + number.getKey() + " from " + of);
        }
    }

    /** Holds the only value of a query: money to half a cent, what has more than two decimals to a millionth. */
    static void value(Warehouse warehouse, JsonNode wanted, String sql) throws SQLException {
        List<String> found = warehouse.rows(sql);
        assertThat(found).as(sql).hasSize(1);
        if (wanted.isNull()) {
            assertThat(found.get(0)).as(sql).isEmpty();
        } else {
            assertThat(found.get(0)).as(sql).isNotEmpty();
            BigDecimal number = wanted.decimalValue();
            BigDecimal off = new BigDecimal(found.get(0)).subtract(number).abs();
            assertThat(off).as(sql + ": " + found).isLessThanOrEqualTo(number.scale() > 2 ? RATIO : MONEY);
        }
    }
}
