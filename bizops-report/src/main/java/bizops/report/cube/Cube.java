package bizops.report.cube;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All that the page shows, summed as far as its filters allow. Immutable. */
public record Cube(
        BuildInfo build,
        List<Campaign> campaigns,
        List<Fact> facts,
        List<SaoGroup> saos,
        List<ConversionGroup> conversions,
        List<Note> notes) {

    public Cube {
        campaigns = List.copyOf(campaigns);
        facts = List.copyOf(facts);
        saos = List.copyOf(saos);
        conversions = List.copyOf(conversions);
        notes = List.copyOf(notes);
    }

    /** The channels in order of name, the row for what no campaign earned last. */
    public List<String> channels() {
        NavigableSet<String> named = new TreeSet<>();
        campaigns.forEach(campaign -> named.add(campaign.channel()));
        saos.forEach(sao -> named.add(sao.channel()));
        conversions.forEach(conversion -> named.add(conversion.channel()));
        named.remove(Campaign.UNATTRIBUTED);
        List<String> ordered = new ArrayList<>(named);
        ordered.add(Campaign.UNATTRIBUTED);
        return ordered;
    }

    /** Every month from the first to the last with a fact of any kind, without holes; empty without facts. */
    public List<YearMonth> months() {
        NavigableSet<YearMonth> seen = new TreeSet<>();
        Stream.of(
                        facts.stream().map(Fact::month),
                        saos.stream().map(SaoGroup::month),
                        conversions.stream().map(ConversionGroup::month))
                .flatMap(months -> months)
                .forEach(seen::add);
        return seen.isEmpty()
                ? List.of()
                : Stream.iterate(seen.first(), month -> !month.isAfter(seen.last()), month -> month.plusMonths(1))
                        .toList();
    }
}
