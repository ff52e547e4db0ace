package bizops.transform;

import bizops.transform.BillingWorld.Account;
import bizops.transform.BillingWorld.Subscription;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which subscriptions count and which chain each is of, found one by one. */
final class SimpleChains {
    private static final Comparator<Subscription> OLDEST =
            Comparator.comparing(Subscription::contract).thenComparing(Subscription::name);

    private final BillingWorld world;
    /** The newest version that counts, by name. */
    final Map<String, Subscription> newest = new TreeMap<>();

    private final Map<String, String> parents = new TreeMap<>();

    SimpleChains(BillingWorld world) {
        this.world = world;
        world.subscriptions.stream()
                .filter(one -> !one.isDeleted() && !one.isExcluded())
                .filter(one -> one.status().equals("Active") || one.status().equals("Cancelled"))
                .sorted(Comparator.comparing(Subscription::version)
                        .thenComparing(Subscription::updated)
                        .thenComparing(Subscription::id))
                .forEach(one -> newest.put(one.name(), one));
        for (Subscription successor : newest.values()) {
            newest.values().stream()
                    .filter(one -> !one.name().equals(successor.name()) && isRenewedBy(one, successor))
                    .min(OLDEST)
                    .ifPresent(one -> parents.put(successor.name(), one.name()));
        }
        List<String> cut = new ArrayList<>();
        for (String name : newest.keySet()) {
            ring(name)
                    .ifPresent(ring -> ring.stream()
                            .map(this::subscription)
                            .min(OLDEST)
                            .ifPresent(oldest -> cut.add(oldest.name())));
        }
        cut.forEach(parents::remove);
    }

    private static boolean isRenewedBy(Subscription one, Subscription successor) {
        if (one.renewal() == null) {
            return false;
        }
        for (String part : one.renewal().split("\\|\\|", -1)) {
            if (part.trim().toLowerCase(Locale.ROOT).equals(successor.name().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** The members of the ring that the subscription is part of. */
    private Optional<Set<String>> ring(String name) {
        Set<String> seen = new LinkedHashSet<>();
        String at = name;
        while (at != null && seen.add(at)) {
            at = parents.get(at);
        }
        return name.equals(at) ? Optional.of(seen) : Optional.empty();
    }

    /** The root of a counting subscription. */
    String chain(String name) {
        String at = name;
        for (String parent = parents.get(at); parent != null; parent = parents.get(at)) {
            at = parent;
        }
        return at;
    }

    Subscription subscription(String name) {
        Subscription found = newest.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name);
        }
        return found;
    }

    String currency(Subscription one) {
        return account(one).map(Account::currency).orElse("USD");
    }

    /** The Salesforce account; of a subscription without one, its billing account, else the chain itself. */
    String organization(String chain) {
        Subscription root = subscription(chain);
        String billing = root.account() == null ? "chain:" + chain : "billing:" + root.account();
        return account(root)
                .flatMap(account -> Optional.ofNullable(account.crmId()))
                .filter(id -> id.startsWith("001"))
                .map(id -> id.substring(0, 15) + "AAA")
                .orElse(billing);
    }

    private Optional<Account> account(Subscription one) {
        return world.accounts.stream()
                .filter(account -> account.id().equals(one.account()))
                .findFirst();
    }
}
