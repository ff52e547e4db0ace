package bizops.transform;

import bizops.transform.SimpleTouches.Touch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The credits of all models, computed event by event without regard to speed. */
final class SimpleAttribution {
    private final World world;
    private final SimpleIdentity identity;
    private final List<Touch> touches;
    private final SimpleMarkov markov;
    private final Map<String, String> credits = new TreeMap<>();

    SimpleAttribution(World world) {
        this.world = world;
        this.identity = new SimpleIdentity(world);
        this.touches = new SimpleTouches(world, identity).all();
        this.markov = new SimpleMarkov(paths(true), paths(false));
    }

    /** Weight, credit and whether another model stands in, numbers without zeros at their end, by {@code event type|event|touch|model}. */
    Map<String, String> credits() {
        for (World.Lead lead : world.leads) {
            if (!lead.isDeleted()) {
                LocalDate end = lead.converted() == null ? World.AS_OF : lead.converted();
                String person = identity.person(lead);
                credit("lead", lead.id(), BigDecimal.ONE, eligible(Set.of(person), LocalDate.MIN, end), List.of());
            }
        }
        for (World.Opportunity one : world.opportunities) {
            if (!one.isDeleted()) {
                BigDecimal iacv = BigDecimal.valueOf(one.iacv() == null ? 0 : one.iacv());
                if (one.sao() != null && one.iacv() != null) {
                    credit("sao", one.id(), iacv, group(one, one.sao()), anchors(one));
                }
                if (isWon(one)) {
                    credit("won", one.id(), iacv, group(one, one.close()), anchors(one));
                }
                if (isWon(one) && isNewCustomer(one)) {
                    credit("new_customer", one.id(), BigDecimal.ONE, group(one, one.close()), anchors(one));
                }
            }
        }
        return credits;
    }

    private void credit(
            String type, String event, BigDecimal value, List<Touch> eligible, List<Optional<LocalDate>> anchors) {
        new SimpleWeights(eligible, anchors, markov).byModel().forEach((model, weights) -> {
            List<BigDecimal> shares = SimpleShares.weights(weights);
            int decimals = type.equals("sao") || type.equals("won") ? 6 : 15;
            List<BigDecimal> parts = SimpleShares.credits(shares, value, decimals, SimpleShares.remainder(weights));
            for (int i = 0; i < shares.size(); i++) {
                String touch = eligible.isEmpty() ? "(none)" : eligible.get(i).id();
                credits.put(
                        String.join("|", type, event, touch, model),
                        SimpleShares.shown(shares.get(i)) + "|" + SimpleShares.shown(parts.get(i)) + "|"
                                + (isSubstituted(type, model, eligible) ? "t" : "f"));
            }
        });
    }

    private boolean isSubstituted(String type, String model, List<Touch> eligible) {
        return switch (model) {
            case "w_shaped", "full_path" -> type.equals("lead");
            case "markov" ->
                !eligible.isEmpty()
                        && eligible.stream()
                                .allMatch(
                                        touch -> markov.effect(touch.campaign().channel())
                                                        .signum()
                                                == 0);
            default -> false;
        };
    }

    /** Removal effect by channel of a path, rounded; none where no path converts. */
    Map<String, String> effects() {
        Map<String, String> effects = new TreeMap<>();
        markov.effects()
                .forEach((channel, effect) ->
                        effects.put(channel, SimpleShares.shown(effect.setScale(30, RoundingMode.HALF_UP))));
        return effects;
    }

    private List<Touch> group(World.Opportunity one, LocalDate end) {
        return eligible(identity.group(one), one.created().minusDays(World.LOOKBACK), end);
    }

    private List<Touch> eligible(Set<String> people, LocalDate start, LocalDate end) {
        return touches.stream()
                .filter(touch -> people.contains(touch.person())
                        && !touch.day().isBefore(start)
                        && !touch.day().isAfter(end))
                .toList();
    }

    /** Created dates of the opportunity's lead and of the opportunity. */
    private List<Optional<LocalDate>> anchors(World.Opportunity one) {
        Comparator<World.Lead> oldest =
                Comparator.comparing(World.Lead::created).thenComparing(World.Lead::id);
        Set<String> people = identity.group(one);
        Optional<World.Lead> lead = world.leads.stream()
                .filter(any -> !any.isDeleted() && one.id().equals(any.opportunity()))
                .min(oldest)
                .or(() -> world.leads.stream()
                        .filter(any -> !any.isDeleted() && people.contains(identity.person(any)))
                        .min(oldest));
        return List.of(lead.map(World.Lead::created), Optional.of(one.created()));
    }

    /** The channels that those who converted went through, or those who did not. */
    private List<List<String>> paths(boolean converted) {
        Set<String> grouped = new HashSet<>();
        List<List<Touch>> taken = new ArrayList<>();
        for (World.Opportunity one : world.opportunities) {
            if (!one.isDeleted()) {
                grouped.addAll(identity.group(one));
                if (one.isClosed() && !one.close().isAfter(World.AS_OF) && one.isWon() == converted) {
                    taken.add(group(one, one.close()));
                }
            }
        }
        if (!converted) {
            touches.stream()
                    .map(Touch::person)
                    .distinct()
                    .filter(person -> !grouped.contains(person))
                    .forEach(person -> taken.add(eligible(Set.of(person), LocalDate.MIN, World.AS_OF)));
        }
        return taken.stream()
                .filter(path -> !path.isEmpty())
                .map(path ->
                        path.stream().map(touch -> touch.campaign().channel()).toList())
                .toList();
    }

    private static boolean isWon(World.Opportunity opportunity) {
        return opportunity.isWonToDate() && !opportunity.isDeleted();
    }

    private boolean isNewCustomer(World.Opportunity won) {
        return won.account() == null
                || world.opportunities.stream()
                        .filter(other -> isWon(other) && won.account().equals(other.account()))
                        .min(Comparator.comparing(World.Opportunity::close).thenComparing(World.Opportunity::id))
                        .filter(first -> first.equals(won))
                        .isPresent();
    }
}
