package bizops.report.cube;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the cube out of the marts. All statements must see one build: {@link Snapshot} sees to it. */
final class MartsReader {
    private final Connection connection;

    MartsReader(Connection connection) {
        this.connection = connection;
    }

    Cube read() throws SQLException {
        BuildInfo build = query("build.sql").rows(MartsReader::build).get(0);
        List<Fact> facts = query("facts.sql").rows(MartsReader::fact);
        return new Cube(
                build,
                campaigns(facts),
                facts,
                query("saos.sql").rows(MartsReader::sao),
                query("conversions.sql").rows(MartsReader::conversion),
                query("notes.sql").rows(MartsReader::note));
    }

    /** The marts' campaigns, and the row for spend on absent ones if there is such spend. */
    private List<Campaign> campaigns(List<Fact> facts) throws SQLException {
        List<Campaign> campaigns = new ArrayList<>(query("campaigns.sql").rows(MartsReader::campaign));
        if (facts.stream().anyMatch(fact -> fact.campaignId().equals(Campaign.ABSENT))) {
            campaigns.add(new Campaign(Campaign.ABSENT, Campaign.ABSENT, Campaign.ABSENT, true));
        }
        return campaigns;
    }

    private static BuildInfo build(ResultSet row) throws SQLException {
        return new BuildInfo(
                row.getObject("as_of", LocalDate.class),
                row.getString("reporting_currency"),
                row.getString("reporting_timezone"),
                row.getBoolean("is_margin_known"),
                row.getBigDecimal("average_retention_months"),
                row.getString("default_model"),
                texts(row.getArray("models")),
                row.getBigDecimal("median_conversion_days"),
                row.getBoolean("is_sao_defined"));
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                row.getString("campaign_id"),
                row.getString("campaign_name"),
                row.getString("channel"),
                row.getBoolean("is_spend_known"));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                row.getString("model"),
                Basis.of(row.getString("basis")),
                row.getString("campaign_id"),
                month(row),
                row.getBigDecimal("spend"),
                orZero(row.getBigDecimal("leads")),
                orZero(row.getBigDecimal("new_customers")),
                orZero(row.getBigDecimal("won_iacv")),
                row.getBigDecimal("won_margin"),
                orZero(row.getBigDecimal("iacv_at_median")));
    }

    private static SaoGroup sao(ResultSet row) throws SQLException {
        return new SaoGroup(
                row.getString("lead_source"),
                row.getString("source_bucket"),
                row.getString("generated_source"),
                row.getString("channel"),
                month(row),
                row.getLong("saos"),
                orZero(row.getBigDecimal("iacv")));
    }

    private static ConversionGroup conversion(ResultSet row) throws SQLException {
        return new ConversionGroup(
                row.getString("channel"),
                month(row),
                row.getObject("conversion_days", Integer.class),
                row.getLong("won"));
    }

    private static Note note(ResultSet row) throws SQLException {
        return new Note(
                row.getString("code"),
                row.getString("object"),
                row.getString("detail"),
                row.getObject("rows_affected", Long.class),
                texts(row.getArray("metric_names")));
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.parse(row.getString("month"));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static BigDecimal orZero(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    private Query query(String resource) {
        return new Query(connection, resource);
    }
}
