package bizops.transform.markov;

import bizops.transform.compute.Column;
import bizops.transform.compute.Computation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * {@code marts.markov_channel} from counts of transitions. Rows in: {@code from_channel}, {@code to_channel}, {@code n};
 * one without {@code to_channel} names a channel that no path need visit.
 */
public final class MarkovChannels implements Computation {
    private static final String START = "(start)";
    private static final String CONVERSION = "(conversion)";
    private static final String NULL = "(null)";

    @Override
    public List<Column> compute(ResultSet rows) throws SQLException {
        SortedSet<String> all = new TreeSet<>();
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        while (rows.next()) {
            String from = rows.getString("from_channel");
            String to = rows.getString("to_channel");
            if (!from.equals(START)) {
                all.add(from);
            }
            if (to != null) {
                counts.computeIfAbsent(from, state -> new TreeMap<>()).put(to, rows.getLong("n"));
            }
        }
        Map<String, ChannelEffects.Channel> effects = new HashMap<>();
        Optional<BigDecimal> conversion = solve(counts, effects);
        return columns(List.copyOf(all), effects, conversion);
    }

    /** Fills in the effects by channel; gives the conversion of all paths, or nothing where there is no path. */
    private static Optional<BigDecimal> solve(
            Map<String, Map<String, Long>> counts, Map<String, ChannelEffects.Channel> effects) {
        List<String> channels =
                counts.keySet().stream().filter(state -> !state.equals(START)).toList();
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Integer> places = new HashMap<>();
        channels.forEach(channel -> places.put(channel, places.size()));
        List<Transitions.Step> steps = new ArrayList<>();
        for (String from : channels) {
            counts.getOrDefault(from, Map.of()).forEach((to, n) -> {
                Integer place = places.get(to);
                if (place != null) {
                    steps.add(new Transitions.Step(places.getOrDefault(from, 0), place, n));
                }
            });
        }
        Map<String, Long> starts = counts.getOrDefault(START, Map.of());
        ChannelEffects solved = ChannelEffects.of(new Transitions(
                channels.stream()
                        .map(channel -> starts.getOrDefault(channel, 0L))
                        .toList(),
                ends(counts, channels, CONVERSION),
                ends(counts, channels, NULL),
                steps));
        places.forEach(
                (channel, place) -> effects.put(channel, solved.channels().get(place)));
        return Optional.of(solved.pathConversion());
    }

    private static List<Long> ends(Map<String, Map<String, Long>> counts, List<String> channels, String end) {
        return channels.stream()
                .map(channel -> counts.getOrDefault(channel, Map.of()).getOrDefault(end, 0L))
                .toList();
    }

    private static List<Column> columns(
            List<String> channels, Map<String, ChannelEffects.Channel> effects, Optional<BigDecimal> conversion) {
        boolean converts = conversion.filter(share -> share.signum() > 0).isPresent();
        BigDecimal sum = effects.values().stream()
                .flatMap(effect -> effect.removalEffect().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int size = channels.size();
        @Nullable BigDecimal[][] values = new @Nullable BigDecimal[6][size];
        for (int i = 0; i < size; i++) {
            ChannelEffects.Channel effect = effects.get(channels.get(i));
            values[0][i] = effect == null ? BigDecimal.ZERO : effect.visits();
            values[1][i] = effect == null ? BigDecimal.ZERO : effect.reached();
            values[2][i] = effect == null ? null : effect.conversion();
            if (converts) {
                BigDecimal removal = effect == null
                        ? BigDecimal.ZERO
                        : effect.removalEffect().orElse(BigDecimal.ZERO);
                values[3][i] = removal;
                values[4][i] = removal.divide(sum, MathContext.DECIMAL128);
            }
            values[5][i] = conversion.orElse(null);
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("channel", SQLDataType.CLOB, channels));
        List<String> names = List.of("visits", "f", "h", "removal_effect", "share", "path_conversion");
        for (int i = 0; i < names.size(); i++) {
            columns.add(new Column(names.get(i), SQLDataType.NUMERIC, Arrays.asList(values[i])));
        }
        return columns;
    }
}
