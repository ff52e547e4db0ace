package bizops.transform;

import static java.math.BigDecimal.ZERO;

import bizops.transform.BillingWorld.Charge;
import bizops.transform.BillingWorld.Subscription;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Recurring revenue month by month, with every charge asked again in every month. */
final class SimpleRevenue {
    private final BillingWorld world;
    private final SimpleChains chains;
    private final List<YearMonth> months = new ArrayList<>();

    SimpleRevenue(BillingWorld world) {
        this.world = world;
        this.chains = new SimpleChains(world);
        YearMonth last = YearMonth.from(BillingWorld.AS_OF);
        chains.newest.keySet().stream()
                .map(name ->
                        YearMonth.from(chains.subscription(chains.chain(name)).contract()))
                .min(YearMonth::compareTo)
                .ifPresent(first -> {
                    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                        months.add(month);
                    }
                });
    }

    /** Revenue by group and month, in all months from the first cohort's to as_of's. */
    private Map<String, List<BigDecimal>> revenue(Function<Charge, String> group) {
        Map<String, List<BigDecimal>> revenue = new TreeMap<>();
        for (Charge charge : world.charges) {
            if (charge.mrr() != null && charge.type().equals("Recurring") && counts(charge)) {
                List<BigDecimal> sums = revenue.computeIfAbsent(
                        group.apply(charge), name -> new ArrayList<>(Collections.nCopies(months.size(), ZERO)));
                for (int m = 0; m < months.size(); m++) {
                    LocalDate day = months.get(m).atEndOfMonth();
                    if (!charge.from().isAfter(day) && (charge.to() == null || day.isBefore(charge.to()))) {
                        sums.set(m, sums.get(m).add(converted(charge)));
                    }
                }
            }
        }
        return revenue;
    }

    private boolean counts(Charge charge) {
        return chains.newest.values().stream().anyMatch(one -> one.id().equals(charge.subscription()));
    }

    private Subscription subscription(Charge charge) {
        return chains.newest.values().stream()
                .filter(one -> one.id().equals(charge.subscription()))
                .findFirst()
                .orElseThrow();
    }

    private BigDecimal converted(Charge charge) {
        BigDecimal mrr = charge.mrr() == null ? ZERO : charge.mrr();
        Subscription one = subscription(charge);
        if (chains.currency(one).equals("USD")) {
            return mrr;
        }
        LocalDate day = chains.subscription(chain(charge)).contract();
        BigDecimal rate = BillingWorld.POUND.entrySet().stream()
                .filter(entry -> !entry.getKey().isAfter(day))
                .max(Map.Entry.comparingByKey())
                .orElseThrow()
                .getValue();
        return mrr.multiply(rate).setScale(6, RoundingMode.HALF_UP);
    }

    private String chain(Charge charge) {
        return chains.chain(subscription(charge).name());
    }

    /** {@code entity|month|kind|amount} of every change, of chains, products in chains and organizations. */
    List<String> movements() {
        List<String> movements = new ArrayList<>();
        revenue(this::chain).forEach((name, sums) -> move("chain|" + name + "|", sums, movements));
        revenue(charge -> chain(charge) + "|" + charge.product())
                .forEach((name, sums) -> move("product|" + name, sums, movements));
        revenue(charge -> chains.organization(chain(charge)))
                .forEach((name, sums) -> move("organization|" + name + "|", sums, movements));
        movements.sort(null);
        return movements;
    }

    private void move(String entity, List<BigDecimal> sums, List<String> movements) {
        BigDecimal before = ZERO;
        boolean wasActive = false;
        for (int m = 0; m < sums.size(); m++) {
            BigDecimal now = sums.get(m);
            if (now.compareTo(before) != 0) {
                movements.add(entity + "|" + months.get(m) + "-01|" + kind(before, now, wasActive) + "|"
                        + plain(now.subtract(before)));
            }
            wasActive |= now.signum() > 0;
            before = now;
        }
    }

    private static String kind(BigDecimal before, BigDecimal now, boolean wasActive) {
        if (before.signum() <= 0 && now.signum() > 0) {
            return wasActive ? "reactivation" : "new";
        }
        if (before.signum() > 0 && now.signum() <= 0) {
            return "churn";
        }
        return now.compareTo(before) > 0 ? "expansion" : "contraction";
    }

    /** {@code exposure|events}; none where nothing ever was active. */
    List<String> retention() {
        int exposure = 0;
        int events = 0;
        for (List<BigDecimal> sums : revenue(this::chain).values()) {
            int active = (int) sums.stream().filter(sum -> sum.signum() > 0).count();
            exposure += active;
            events += active > 0 && sums.get(sums.size() - 1).signum() <= 0 ? 1 : 0;
        }
        return exposure == 0 ? List.of() : List.of(exposure + "|" + events);
    }

    /** {@code month|opening|retained|kept|active|lost} of comparing each month with that so many months before. */
    List<String> compared(int distance) {
        List<String> rows = new ArrayList<>();
        for (int m = 0; m < months.size(); m++) {
            BigDecimal opening = ZERO;
            BigDecimal retained = ZERO;
            BigDecimal kept = ZERO;
            int active = 0;
            int lost = 0;
            for (List<BigDecimal> sums : revenue(this::chain).values()) {
                BigDecimal a = m < distance ? ZERO : sums.get(m - distance);
                BigDecimal b = sums.get(m);
                if (a.signum() > 0) {
                    opening = opening.add(a);
                    retained = retained.add(a.min(b));
                    kept = kept.add(b);
                    active++;
                    lost += b.signum() <= 0 ? 1 : 0;
                }
            }
            rows.add(months.get(m) + "-01|" + plain(opening) + "|" + plain(retained) + "|" + plain(kept) + "|" + active
                    + "|" + lost);
        }
        return rows;
    }

    /** The same of each quarter: its last month, or as_of's, with the last one before the quarter. */
    List<String> quarters() {
        List<String> rows = new ArrayList<>();
        for (int m = 0; m < months.size(); m++) {
            int place = (months.get(m).getMonthValue() - 1) % 3 + 1;
            if (place == 3 || m == months.size() - 1) {
                rows.add(compared(place).get(m));
            }
        }
        return rows;
    }

    /** {@code cohort month|k|customers|net|gross}, the last two to four decimals and empty where they are not defined. */
    List<String> cohorts() {
        Map<String, List<BigDecimal>> revenue = revenue(this::chain);
        Map<YearMonth, List<String>> cohorts = new TreeMap<>();
        chains.newest.keySet().stream()
                .map(chains::chain)
                .distinct()
                .forEach(chain -> cohorts.computeIfAbsent(
                                YearMonth.from(chains.subscription(chain).contract()), month -> new ArrayList<>())
                        .add(chain));
        List<String> rows = new ArrayList<>();
        cohorts.forEach((cohort, members) -> {
            int start = months.indexOf(cohort);
            for (int k = 0; start >= 0 && start + k < months.size(); k++) {
                BigDecimal first = ZERO;
                BigDecimal now = ZERO;
                BigDecimal kept = ZERO;
                int customers = 0;
                for (String chain : members) {
                    List<BigDecimal> sums = revenue.get(chain);
                    BigDecimal a = sums == null ? ZERO : sums.get(start);
                    BigDecimal b = sums == null ? ZERO : sums.get(start + k);
                    first = first.add(a);
                    now = now.add(b);
                    kept = kept.add(a.min(b));
                    customers += b.signum() > 0 ? 1 : 0;
                }
                rows.add(cohort + "-01|" + k + "|" + customers + "|" + ratio(now, first) + "|" + ratio(kept, first));
            }
        });
        return rows;
    }

    private static String ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? ""
                : part.divide(whole, MathContext.DECIMAL128)
                        .setScale(4, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(6, RoundingMode.UNNECESSARY).toPlainString();
    }
}
