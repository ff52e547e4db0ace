package bizops.report.page;

import bizops.report.cube.Basis;
import bizops.report.cube.Campaign;
import bizops.report.cube.ConversionGroup;
import bizops.report.cube.Cube;
import bizops.report.cube.Fact;
import bizops.report.cube.SaoGroup;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of the page before anyone has filtered: all time, by the calendar, the default model, all channels. They
 * are printed into the page, so that it says something without a script too.
 */
final class DefaultView {
    private final Cube cube;
    private final Formulas formulas;
    private final List<Fact> facts;
    private final boolean wholeCredits;
    private final Map<String, Campaign> campaigns = new LinkedHashMap<>();

    DefaultView(Cube cube) {
        this.cube = cube;
        this.formulas = new Formulas(cube.build());
        this.facts = cube.facts().stream()
                .filter(fact -> fact.basis() == Basis.CALENDAR)
                .filter(fact -> fact.model().equals(cube.build().defaultModel()))
                .toList();
        this.wholeCredits = cube.facts().stream()
                .filter(fact -> fact.model().equals(cube.build().defaultModel()))
                .allMatch(fact -> isWhole(fact.leads()) && isWhole(fact.newCustomers()));
        cube.campaigns().forEach(campaign -> campaigns.put(campaign.id(), campaign));
    }

    List<TileView> tiles() {
        Sums total = total();
        List<TileView> tiles = new ArrayList<>();
        for (Measure measure : Tiles.MEASURES) {
            Figure figure = measure == Measure.MEDIAN_DAYS
                    ? new Waits(cube.conversions()).median()
                    : formulas.of(measure, total);
            tiles.add(new TileView(
                    measure, cell(measure, figure), Tiles.unit(measure, cube.build()), Tiles.remark(measure, total)));
        }
        return tiles;
    }

    List<TableView> tables() {
        return List.of(channels(), campaigns(), months(), saoSources(), conversionDays(), conversionChannels());
    }

    private TableView channels() {
        Map<String, Sums> groups = new LinkedHashMap<>();
        byCampaign().forEach((id, sums) -> groups.merge(channel(id), sums, Sums::plus));
        return ofSums(TableSpec.CHANNELS, groups, List::of);
    }

    private TableView campaigns() {
        return ofSums(
                TableSpec.CAMPAIGNS,
                byCampaign(),
                id -> List.of(campaign(id).name(), campaign(id).channel()));
    }

    private TableView months() {
        Map<String, Sums> groups = new LinkedHashMap<>();
        boolean known = cube.campaigns().stream().anyMatch(Campaign::spendKnown);
        for (YearMonth month : cube.months()) {
            groups.put(month.toString(), known ? Sums.SPENT_NOTHING : Sums.NONE);
        }
        facts.forEach(fact -> groups.merge(fact.month().toString(), Sums.of(fact), Sums::plus));
        cube.saos().forEach(sao -> groups.merge(sao.month().toString(), Sums.of(sao), Sums::plus));
        return ofSums(TableSpec.MONTHS, groups, List::of);
    }

    private TableView saoSources() {
        Map<String, Sums> groups = new LinkedHashMap<>();
        for (SaoGroup sao : cube.saos()) {
            String source = sao.leadSource() == null ? Labels.UNKNOWN_KEY : Labels.key(sao.leadSource());
            groups.merge(source, Sums.of(sao), Sums::plus);
        }
        Sums all = groups.values().stream().reduce(Sums.NONE, Sums::plus);
        List<Line> lines = new ArrayList<>();
        groups.forEach((key, sums) -> lines.add(saoLine(key, Labels.of(key), sums, all)));
        return table(TableSpec.SAO_SOURCES, lines, saoLine(Labels.TOTAL_KEY, Labels.TOTAL, all, all));
    }

    private Line saoLine(String key, String label, Sums sums, Sums all) {
        Figure saos = formulas.of(Measure.SAOS, sums);
        return new Line(
                key,
                List.of(label),
                List.of(
                        saos,
                        saos.over(formulas.of(Measure.SAOS, all), Gap.NO_SAOS),
                        formulas.of(Measure.SAO_IACV, sums),
                        formulas.of(Measure.IACV_PER_SAO, sums)));
    }

    private TableView conversionDays() {
        Waits waits = new Waits(cube.conversions());
        Figure all = Figure.of(waits.timed());
        List<Line> lines = new ArrayList<>();
        int above = Integer.MIN_VALUE;
        for (int limit : Labels.limits()) {
            Figure here = Figure.of(waits.within(above, limit));
            Figure soFar = Figure.of(waits.within(Integer.MIN_VALUE, limit));
            String label = Labels.days(above, limit);
            lines.add(new Line(
                    label,
                    List.of(label),
                    List.of(here, here.over(all, Gap.NO_CONVERSION), soFar.over(all, Gap.NO_CONVERSION))));
            above = limit;
        }
        Figure share = all.over(all, Gap.NO_CONVERSION);
        return table(
                TableSpec.CONVERSION_DAYS,
                lines,
                new Line(Labels.TOTAL_KEY, List.of(Labels.TOTAL), List.of(all, share, share)));
    }

    private TableView conversionChannels() {
        Map<String, List<ConversionGroup>> groups = cube.conversions().stream()
                .collect(Collectors.groupingBy(ConversionGroup::channel, LinkedHashMap::new, Collectors.toList()));
        List<Line> lines = new ArrayList<>();
        groups.forEach((channel, conversions) -> lines.add(waitsLine(channel, channel, conversions)));
        return table(
                TableSpec.CONVERSION_CHANNELS, lines, waitsLine(Labels.TOTAL_KEY, Labels.TOTAL, cube.conversions()));
    }

    private static Line waitsLine(String key, String label, List<ConversionGroup> conversions) {
        Waits waits = new Waits(conversions);
        return new Line(key, List.of(label), List.of(Figure.of(waits.won()), Figure.of(waits.timed()), waits.median()));
    }

    private TableView ofSums(TableSpec spec, Map<String, Sums> groups, Function<String, List<String>> labels) {
        List<Line> lines = new ArrayList<>();
        groups.forEach((key, sums) -> lines.add(new Line(key, labels.apply(key), figures(spec, sums))));
        List<String> totalLabels = new ArrayList<>(List.of(Labels.TOTAL));
        while (totalLabels.size() < spec.labels().size()) {
            totalLabels.add("");
        }
        return table(spec, lines, new Line(Labels.TOTAL_KEY, totalLabels, figures(spec, total())));
    }

    private List<Figure> figures(TableSpec spec, Sums sums) {
        return spec.measures().stream()
                .map(measure -> formulas.of(measure, sums))
                .toList();
    }

    private TableView table(TableSpec spec, List<Line> lines, Line total) {
        Measure sortedBy = spec.sortedBy();
        Stream<Line> ordered = sortedBy == null
                ? lines.stream()
                : lines.stream().sorted(Line.greatestFirst(spec.measures().indexOf(sortedBy)));
        List<TableView.Row> rows = ordered.map(line -> row(spec, line)).toList();
        return new TableView(spec, rows, row(spec, total));
    }

    private TableView.Row row(TableSpec spec, Line line) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < spec.measures().size(); i++) {
            cells.add(cell(spec.measures().get(i), line.figures().get(i)));
        }
        return new TableView.Row(line.key(), line.labels(), cells);
    }

    private Cell cell(Measure measure, Figure figure) {
        return Cell.of(figure, measure.unit(), wholeCredits);
    }

    private Map<String, Sums> byCampaign() {
        Map<String, Sums> groups = new LinkedHashMap<>();
        cube.campaigns().forEach(campaign -> groups.put(campaign.id(), spendOf(campaign)));
        facts.forEach(fact -> groups.merge(fact.campaignId(), Sums.of(fact), Sums::plus));
        return groups;
    }

    private static Sums spendOf(Campaign campaign) {
        if (campaign.isUnattributed()) {
            return Sums.NONE;
        }
        return campaign.spendKnown() ? Sums.SPENT_NOTHING : Sums.SPEND_UNKNOWN;
    }

    private Sums total() {
        Sums attributed = byCampaign().values().stream().reduce(Sums.NONE, Sums::plus);
        return cube.saos().stream().map(Sums::of).reduce(attributed, Sums::plus);
    }

    private String channel(String campaignId) {
        return campaign(campaignId).channel();
    }

    private Campaign campaign(String id) {
        Campaign campaign = campaigns.get(id);
        if (campaign == null) {
            throw new IllegalStateException("no campaign " + id);
        }
        return campaign;
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
