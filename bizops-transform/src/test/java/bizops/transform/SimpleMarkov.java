package bizops.transform;

import bizops.transform.markov.ExactChain;
import bizops.transform.markov.Transitions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Removal effects over paths that are written out, by the definition. */
final class SimpleMarkov {
    private final Map<String, BigDecimal> effects = new HashMap<>();

    SimpleMarkov(List<List<String>> converted, List<List<String>> lost) {
        List<String> channels = new ArrayList<>(new TreeSet<>(concat(List.of(concat(converted), concat(lost)))));
        Long[] starts = zeros(channels.size());
        Long[] conversions = zeros(channels.size());
        Long[] losses = zeros(channels.size());
        Map<List<Integer>, Long> steps = new HashMap<>();
        for (List<List<String>> paths : List.of(converted, lost)) {
            for (List<String> path : paths) {
                List<Integer> places = path.stream().map(channels::indexOf).toList();
                starts[places.get(0)]++;
                (paths == converted ? conversions : losses)[places.get(places.size() - 1)]++;
                for (int i = 1; i < places.size(); i++) {
                    steps.merge(places.subList(i - 1, i + 1), 1L, Long::sum);
                }
            }
        }
        if (!converted.isEmpty()) {
            ExactChain chain = new ExactChain(new Transitions(
                    List.of(starts),
                    List.of(conversions),
                    List.of(losses),
                    steps.entrySet().stream()
                            .map(step -> new Transitions.Step(
                                    step.getKey().get(0), step.getKey().get(1), step.getValue()))
                            .toList()));
            channels.forEach(channel -> effects.put(channel, chain.removalEffect(channels.indexOf(channel))));
        }
    }

    Map<String, BigDecimal> effects() {
        return Map.copyOf(effects);
    }

    /** 0 for a channel that no path goes through, and for all where none converts. */
    BigDecimal effect(String channel) {
        return effects.getOrDefault(channel, BigDecimal.ZERO);
    }

    private static List<String> concat(List<List<String>> paths) {
        return paths.stream().flatMap(List::stream).toList();
    }

    private static Long[] zeros(int size) {
        Long[] zeros = new Long[size];
        Arrays.fill(zeros, 0L);
        return zeros;
    }
}
