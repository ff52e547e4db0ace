package bizops.report.view;

import bizops.report.cube.BuildInfo;
import bizops.report.cube.CubeData;
import bizops.report.cube.HandMade;
import bizops.report.cube.HandMade.Row;
import bizops.report.cube.Marts;
import bizops.report.source.CubeFile;
import bizops.report.source.Filter;
import bizops.report.source.PageFile;
import bizops.report.source.Place;
import bizops.report.source.Reasons;
import bizops.report.source.SiteFiles;
import bizops.report.source.Sort;
import bizops.report.source.SumColumn;
import bizops.report.source.SumColumn.Months;
import bizops.report.source.Target;
import bizops.report.source.Tile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small site with two cubes, drawn at random: the same seed gives the same. Names are few, so that keys meet. */
public final class Drawn {
    static final CubeFile FACTS = HandMade.file(
            "facts",
            List.of("month", "model", "channel", "size"),
            Set.of("model", "channel"),
            List.of(
                    new SumColumn("spend", true, Months.ALL, "won"),
                    new SumColumn("leads", false, Months.ALL),
                    new SumColumn("opening", false, Months.FIRST),
                    new SumColumn("closing", true, Months.LAST),
                    new SumColumn("won", false, Months.ALL)),
            List.of("days"));
    static final CubeFile DEALS = HandMade.file(
            "deals",
            List.of("month", "channel", "size"),
            Set.of("month"),
            List.of(new SumColumn("deals", false, Months.ALL), new SumColumn("value", true, Months.ALL)),
            List.of());

    private static final List<@Nullable String> CHANNELS =
            Arrays.asList("paid", "Mail", "</script><b>", "\uD83D\uDE00", "z", null);
    private static final Map<String, String> LABELS = Map.of("z", "A first one", "paid", "Same", "Mail", "Same");
    private static final List<@Nullable String> SIZES = Arrays.asList("3", "7", "8", "30", "31", "400", null);
    private static final List<@Nullable String> MODELS = Arrays.asList("first", "linear", null);
    private static final Place HERE = new Place("drawn", 1);

    private final Random random;

    public Drawn(long seed) {
        this.random = new Random(seed);
    }

    public Marts marts() {
        return marts(rows());
    }

    static Marts marts(Map<CubeFile, List<Row>> rows) {
        Map<String, CubeData> cubes = new LinkedHashMap<>();
        rows.forEach((file, own) -> cubes.put(file.name(), HandMade.cube(file, Set.of("size"), LABELS, own)));
        Map<String, @Nullable BigDecimal> constants = new HashMap<>();
        constants.put("gross_margin", new BigDecimal("0.785"));
        constants.put("average_retention_months", null);
        return new Marts(
                new BuildInfo(LocalDate.parse("2026-02-14"), "EUR", "Europe/Berlin", "first", constants),
                cubes,
                Map.of("facts.spend", "money that was spent"));
    }

    /** The rows of both cubes. */
    Map<CubeFile, List<Row>> rows() {
        return Map.of(FACTS, rows(FACTS, random.nextInt(60)), DEALS, rows(DEALS, random.nextInt(40)));
    }

    private List<Row> rows(CubeFile file, int count) {
        return IntStream.range(0, count).mapToObj(i -> row(file)).toList();
    }

    private Row row(CubeFile file) {
        Map<String, @Nullable String> keys = new HashMap<>();
        keys.put("month", random.nextInt(12) == 0 ? null : month().toString());
        keys.put("channel", one(CHANNELS));
        keys.put("size", one(SIZES));
        keys.put("model", one(MODELS));
        Map<String, @Nullable BigDecimal> sums = new HashMap<>();
        file.sums().forEach(sum -> sums.put(sum.name(), sum.unknown() && random.nextInt(3) == 0 ? null : number(sum)));
        Map<String, @Nullable Long> values = new HashMap<>();
        values.put("days", random.nextInt(4) == 0 ? null : (long) random.nextInt(40) - 5);
        return new Row(keys, sums, values, random.nextInt(15) == 0);
    }

    private BigDecimal number(SumColumn sum) {
        return switch (sum.name()) {
            case "won", "deals" -> BigDecimal.valueOf(random.nextInt(4));
            // Sixteen decimals and millions: more than a double holds.
            case "value" -> new BigDecimal(random.nextLong() / 1000).movePointLeft(random.nextInt(17));
            case "leads" -> BigDecimal.valueOf(random.nextInt(9)).movePointLeft(random.nextInt(20) == 0 ? 2 : 0);
            default -> BigDecimal.valueOf(random.nextInt(200_000) - 20_000, 2);
        };
    }

    private YearMonth month() {
        return YearMonth.of(2025, 6).plusMonths(random.nextInt(11));
    }

    /** A site of one page with so many tiles. */
    public SiteFiles site(int tiles) {
        List<Tile> drawn = IntStream.range(0, tiles).mapToObj(this::tile).toList();
        PageFile page = new PageFile("index", "Drawn", "Drawn at random", 1, null, List.copyOf(drawn), HERE);
        return new SiteFiles(
                "A site",
                one(List.of("last_12_months", "year_to_date", "all")),
                one(List.of("month", "quarter", "year")),
                DrawnMeasures.ALL,
                Map.of(
                        "spend", new Reasons("no spend is known", "nothing was spent"),
                        "leads", new Reasons(null, "no leads"),
                        "won", new Reasons(null, "nothing was won"),
                        "build.average_retention_months", new Reasons("nobody knows how long", null)),
                Map.of("facts", FACTS, "deals", DEALS),
                List.of(page),
                List.of(new Target("leads", null, new BigDecimal("12.5"))),
                "");
    }

    /** A choice of the filters. */
    Selection selection() {
        Map<Filter, Set<@Nullable String>> chosen = new EnumMap<>(Filter.class);
        chosen.put(Filter.MODEL, Set.of(one(List.of("first", "linear"))));
        if (random.nextBoolean()) {
            Set<@Nullable String> channels = new HashSet<>(CHANNELS);
            channels.removeIf(channel -> random.nextInt(3) == 0);
            chosen.put(Filter.CHANNEL, channels);
        }
        YearMonth from = month();
        MonthRange period = random.nextInt(3) == 0 ? null : new MonthRange(from, from.plusMonths(random.nextInt(7)));
        return new Selection(period, one(List.of(Grain.values())), chosen);
    }

    Tile tile(int number) {
        List<String> by = one(List.of(
                List.of(),
                List.of("channel"),
                List.of("period"),
                List.of("size"),
                List.of("month"),
                List.of("channel", "size"),
                List.of("period", "channel")));
        List<String> free = new ArrayList<>(List.of("channel", "size", "period"));
        free.removeAll(by);
        String across = by.contains("month") || random.nextInt(3) > 0 ? null : one(free);
        List<String> measures = new ArrayList<>(DrawnMeasures.ALL.keySet());
        Collections.shuffle(measures, random);
        measures.subList(1 + random.nextInt(5), measures.size()).clear();
        // One that runs follows the order: it cannot make it.
        Optional<String> sorting = measures.stream()
                .filter(name -> !name.endsWith("so_far") && random.nextBoolean())
                .findFirst();
        boolean figures = by.isEmpty() && across == null && random.nextBoolean();
        return new Tile(
                "tile-" + number,
                "Tile " + number,
                by,
                across,
                List.copyOf(measures),
                figures ? Tile.Show.FIGURES : Tile.Show.TABLE,
                sorting.map(name -> new Sort(name, random.nextBoolean())).orElse(null),
                random.nextBoolean() ? Map.of("size", List.of(7, 30)) : Map.of(),
                random.nextInt(4) > 0,
                figures && random.nextBoolean(),
                random.nextInt(5) == 0 ? Map.of("channel", "paid") : Map.of(),
                random.nextInt(5) == 0 ? Set.of(one(List.of("channel", "period"))) : Set.of(),
                List.of(),
                null,
                null,
                null,
                false,
                HERE);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
