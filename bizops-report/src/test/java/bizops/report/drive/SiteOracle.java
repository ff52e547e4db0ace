package bizops.report.drive;

import bizops.report.source.CubeFile;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import bizops.report.source.Target;
import bizops.report.source.Tile;
import bizops.report.source.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a site must show, by the cubes' SQL grouped again in the database: a second way, which shares
 * nothing with the program's two. Owned by one thread.
 */
public final class SiteOracle {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Connection connection;
    private final SiteFiles site;
    private final boolean rows;
    private final Map<String, OracleCube> cubes = new TreeMap<>();
    private final Map<String, @Nullable BigDecimal> constants = new HashMap<>();

    /**
     * Prepares a session.
     *
     * @param connection its search path is changed
     * @param schemas the schema of each word in braces, and of {@code marts}
     * @param rows whether listed rows are wanted too
     */
    public SiteOracle(Connection connection, SiteFiles site, Map<String, String> schemas, boolean rows)
            throws SQLException {
        this.connection = connection;
        this.site = site;
        this.rows = rows;
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to " + OracleCube.quoted(schemas.getOrDefault("marts", "marts")));
            constants(statement);
        }
        TreeSet<String> used = new TreeSet<>();
        site.pages()
                .forEach(page -> page.tiles().forEach(tile -> {
                    used.addAll(OracleNeeds.cubes(tile, site.measures()));
                    Stream.ofNullable(tile.rows()).filter(cube -> rows).forEach(used::add);
                }));
        for (String name : used) {
            CubeFile file = site.cubes().get(name);
            if (file != null) {
                String sql = file.sql();
                for (Map.Entry<String, String> schema : schemas.entrySet()) {
                    sql = sql.replace("{" + schema.getKey() + "}", OracleCube.quoted(schema.getValue()));
                }
                cubes.put(name, OracleCube.create(connection, file, sql));
            }
        }
    }

    private void constants(Statement statement) throws SQLException {
        for (String name : List.of("average_retention_months", "median_conversion_days", "gross_margin")) {
            try (ResultSet row = statement.executeQuery("select " + name + " from build_info")) {
                constants.put(name, row.next() ? row.getBigDecimal(1) : null);
            }
        }
    }

    /** All figures of a page under a setting, keyed as {@link SitePage#figures()} does. */
    public Map<String, String> figures(PageFile page, Setting setting, List<YearMonth> months) throws SQLException {
        Map<String, String> shown = new TreeMap<>();
        for (Tile tile : page.tiles().toList()) {
            if (tile.rows() != null) {
                if (!rows) {
                    continue;
                }
                OracleCube cube = Objects.requireNonNull(cubes.get(tile.rows()));
                shown.putAll(OracleRows.of(connection, cube, tile, setting));
                continue;
            }
            OracleTile now = tile(tile, setting);
            if (tile.show() == Tile.Show.FIGURES) {
                figures(tile, now, setting, months, shown);
                continue;
            }
            Map<String, @Nullable BigDecimal> table = now.table();
            for (Map.Entry<String, @Nullable BigDecimal> figure : table.entrySet()) {
                String measure = measureOf(figure.getKey());
                boolean whole = table.entrySet().stream()
                        .allMatch(
                                other -> !measureOf(other.getKey()).equals(measure) || hasNoFraction(other.getValue()));
                shown.put(tile.id() + " / " + figure.getKey(), text(measure, figure.getValue(), now, whole));
            }
        }
        return shown;
    }

    private static String measureOf(String place) {
        return place.substring(place.lastIndexOf(" / ") + 3);
    }

    private static boolean hasNoFraction(@Nullable BigDecimal figure) {
        return figure == null || figure.remainder(BigDecimal.ONE).signum() == 0;
    }

    private void figures(Tile tile, OracleTile now, Setting setting, List<YearMonth> months, Map<String, String> shown)
            throws SQLException {
        Setting own = tile.ignore().contains("period") ? setting.ofAllTime() : setting;
        Setting earlier = tile.compare() ? own.before(months) : null;
        OracleTile before = earlier == null ? null : tile(tile, earlier);
        for (String measure : tile.measures()) {
            String place = tile.id() + " / " + measure;
            BigDecimal figure = now.whole(measure);
            shown.put(place, text(measure, figure, now, hasNoFraction(figure)));
            String change = before == null ? null : change(measure, figure, before.whole(measure));
            if (change != null) {
                shown.put(place + " / change", change);
            }
            BigDecimal target = tile.compare() ? target(measure, own, months) : null;
            if (target != null) {
                BigDecimal reached = OracleFormula.over(figure, target);
                String part = reached == null ? "" : ", " + grouped(reached.multiply(HUNDRED), 1) + "% of it";
                shown.put(place + " / target", "target " + text(measure, target, now, hasNoFraction(figure)) + part);
            }
        }
    }

    private OracleTile tile(Tile tile, Setting setting) {
        return new OracleTile(connection, cubes, constants, site.measures(), tile, setting);
    }

    private @Nullable String change(String name, @Nullable BigDecimal now, @Nullable BigDecimal before) {
        if (now == null || before == null) {
            return null;
        }
        boolean points = OracleNeeds.measure(site.measures(), name).unit() == Unit.PERCENT;
        BigDecimal difference = now.subtract(before);
        BigDecimal change = points ? difference : OracleFormula.over(difference, before.abs());
        if (change == null) {
            return null;
        }
        String text = grouped(change.multiply(HUNDRED), 1);
        return (text.startsWith("\u2212") || text.equals("0.0") ? text : "+" + text) + (points ? " points" : "%");
    }

    private @Nullable BigDecimal target(String measure, Setting setting, List<YearMonth> months) {
        Map<YearMonth, BigDecimal> monthly = new HashMap<>();
        BigDecimal always = null;
        for (Target target : site.targets()) {
            if (target.measure().equals(measure)) {
                YearMonth month = target.month();
                if (month == null) {
                    always = target.value();
                } else {
                    monthly.put(month, target.value());
                }
            }
        }
        if (monthly.isEmpty()) {
            return always;
        }
        YearMonth from = setting.from() == null ? months.get(0) : setting.from();
        YearMonth to = setting.to() == null ? months.get(months.size() - 1) : setting.to();
        BigDecimal sum = BigDecimal.ZERO;
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            BigDecimal value = monthly.get(month);
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }

    /** @param comesOutWhole whether all figures that the tile shows of the measure are whole */
    private String text(String name, @Nullable BigDecimal figure, OracleTile tile, boolean comesOutWhole)
            throws SQLException {
        if (figure == null) {
            return "–";
        }
        Measure measure = OracleNeeds.measure(site.measures(), name);
        if (measure.unit() == Unit.PERCENT) {
            return grouped(figure.multiply(HUNDRED), measure.places()) + "%";
        }
        boolean whole = measure.unit() == Unit.CREDIT && (comesOutWhole || tile.isWhole(name));
        return grouped(figure, whole ? 0 : measure.places());
    }

    static String grouped(BigDecimal figure, int places) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        BigDecimal rounded = figure.setScale(places, RoundingMode.HALF_UP);
        return format.format(rounded.signum() == 0 ? rounded.abs() : rounded).replace('-', '\u2212');
    }
}
