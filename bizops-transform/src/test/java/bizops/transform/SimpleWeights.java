package bizops.transform;

import bizops.transform.SimpleTouches.Touch;
import bizops.transform.config.Settings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** What each touch of one event weighs, before anything is divided or rounded; an event without touches has one weight. */
final class SimpleWeights {
    private static final MathContext DIGITS = new MathContext(60);

    private final List<Touch> touches;
    private final List<Optional<LocalDate>> anchors;
    private final SimpleMarkov markov;
    private final int n;

    /** @param anchors created dates of an opportunity's lead and of the opportunity; none for a lead */
    SimpleWeights(List<Touch> touches, List<Optional<LocalDate>> anchors, SimpleMarkov markov) {
        this.touches = touches;
        this.anchors = anchors;
        this.markov = markov;
        this.n = touches.size();
    }

    Map<String, List<BigDecimal>> byModel() {
        Map<String, List<BigDecimal>> weights = new HashMap<>();
        if (n == 0) {
            Settings.MODELS.forEach(model -> weights.put(model, List.of(BigDecimal.ONE)));
            return weights;
        }
        List<BigDecimal> even = each(i -> BigDecimal.ONE);
        List<BigDecimal> u = n == 2 ? even : roles(List.of(0, n - 1), "0.4", "0.2");
        weights.put("first", each(i -> i == 0 ? BigDecimal.ONE : BigDecimal.ZERO));
        weights.put("last", each(i -> i == n - 1 ? BigDecimal.ONE : BigDecimal.ZERO));
        weights.put("linear", even);
        weights.put("u_shaped", u);
        weights.put("w_shaped", anchors.isEmpty() ? u : roles(places(false), "0.3", "0.1"));
        weights.put("full_path", anchors.isEmpty() ? u : roles(places(true), "0.225", "0.1"));
        weights.put(
                "time_decay",
                each(i -> halved(touches.get(n - 1).day().toEpochDay()
                        - touches.get(i).day().toEpochDay())));
        List<BigDecimal> effects = each(i -> markov.effect(channel(i)));
        weights.put("markov", effects.stream().allMatch(effect -> effect.signum() == 0) ? even : effects);
        weights.put("shapley", shapley());
        return weights;
    }

    /** Where first touch, lead creation, opportunity creation and, if asked for, the close stand. */
    private List<Integer> places(boolean withClose) {
        List<Integer> places = new ArrayList<>(List.of(0));
        for (Optional<LocalDate> anchor : anchors) {
            int place = 0;
            for (int i = 0; i < n; i++) {
                if (anchor.isPresent() && !touches.get(i).day().isAfter(anchor.get())) {
                    place = i;
                }
            }
            places.add(place);
        }
        if (withClose) {
            places.add(n - 1);
        }
        return places;
    }

    /** {@code each} for every role a touch has; those without share {@code rest}. */
    private List<BigDecimal> roles(List<Integer> places, String each, String rest) {
        long others = n - places.stream().distinct().count();
        return each(i -> {
            long roles = places.stream().filter(place -> place == i).count();
            return roles > 0
                    ? new BigDecimal(each).multiply(BigDecimal.valueOf(roles))
                    : new BigDecimal(rest).divide(BigDecimal.valueOf(others), DIGITS);
        });
    }

    /** 2^(-days / half-life), by the series of ln 2 and of the exponential. */
    private static BigDecimal halved(long days) {
        BigDecimal ln2 = BigDecimal.ZERO;
        for (int k = 1; k < 220; k++) {
            BigDecimal below = BigDecimal.valueOf(k).multiply(new BigDecimal(2).pow(k));
            ln2 = ln2.add(BigDecimal.ONE.divide(below, DIGITS), DIGITS);
        }
        BigDecimal exponent =
                ln2.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(World.HALF_LIFE), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 200; k++) {
            term = term.multiply(exponent).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return BigDecimal.ONE.divide(sum, DIGITS);
    }

    /** By the definition: a channel's mean contribution over all orders in which the path's channels can come together. */
    private List<BigDecimal> shapley() {
        List<String> channels = new ArrayList<>(new LinkedHashSet<>(each(this::channel)));
        Map<String, BigDecimal> values = new HashMap<>();
        for (String player : channels) {
            BigDecimal value = BigDecimal.ZERO;
            for (int coalition = 0; coalition < 1 << channels.size(); coalition++) {
                int members = Integer.bitCount(coalition);
                int with = coalition | 1 << channels.indexOf(player);
                if (with != coalition) {
                    BigDecimal orders = factorial(members).multiply(factorial(channels.size() - members - 1));
                    value = value.add(orders.multiply(worth(with, channels).subtract(worth(coalition, channels))));
                }
            }
            values.put(player, value.divide(factorial(channels.size()), DIGITS));
        }
        return each(i -> {
            long touchesOfChannel = touches.stream()
                    .filter(touch -> touch.campaign().channel().equals(channel(i)))
                    .count();
            return values.getOrDefault(channel(i), BigDecimal.ZERO)
                    .divide(BigDecimal.valueOf(touchesOfChannel), DIGITS);
        });
    }

    /** What the paths are worth whose channels all are in the coalition: this one path, or nothing. */
    private BigDecimal worth(int coalition, List<String> channels) {
        Set<String> inside = new LinkedHashSet<>();
        for (int i = 0; i < channels.size(); i++) {
            if ((coalition & 1 << i) != 0) {
                inside.add(channels.get(i));
            }
        }
        return inside.containsAll(each(this::channel)) ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static BigDecimal factorial(int n) {
        return n <= 1 ? BigDecimal.ONE : factorial(n - 1).multiply(BigDecimal.valueOf(n));
    }

    private String channel(int i) {
        return touches.get(i).campaign().channel();
    }

    private <T> List<T> each(IntFunction<T> of) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            all.add(of.apply(i));
        }
        return all;
    }
}
