package bizops.transform;

import bizops.transform.PipelineWorld.Deal;
import bizops.transform.PipelineWorld.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pipeline by replaying every live deal day by day: slow, and with nothing in common with the SQL. */
final class SimplePipeline {
    private final List<Deal> live;

    SimplePipeline(PipelineWorld world) {
        this.live = world.deals.stream().filter(deal -> !deal.isDeleted()).toList();
    }

    /** Open amount, open count and count past due at the end of a day. */
    String open(LocalDate day) {
        BigDecimal amount = BigDecimal.ZERO.setScale(6);
        int count = 0;
        int pastDue = 0;
        for (Deal deal : live) {
            Entry entry = lastBefore(deal, end(day));
            if (entry != null && PipelineWorld.isOpen(entry)) {
                amount = amount.add(PipelineWorld.value(deal.currency(), entry));
                count++;
                pastDue += entry.close().isBefore(day) ? 1 : 0;
            }
        }
        return amount + "|" + count + "|" + pastDue;
    }

    /** Every movement from the end of the day before {@code first} to the end of {@code last}, as amount and count. */
    String flow(LocalDate first, LocalDate last) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (Deal deal : live) {
            Entry before = null;
            for (Entry entry : changes(deal)) {
                if (!entry.at().isBefore(end(first.minusDays(1))) && entry.at().isBefore(end(last))) {
                    move(deal, before, entry, sums, counts);
                }
                before = entry;
            }
        }
        List<String> cells = new ArrayList<>();
        for (String kind : List.of("created", "increase", "decrease", "reopened", "won", "lost")) {
            cells.add(sums.getOrDefault(kind, BigDecimal.ZERO.setScale(6)).toPlainString());
        }
        for (String kind : List.of("created", "reopened", "won", "lost")) {
            cells.add(String.valueOf(counts.getOrDefault(kind, 0)));
        }
        return String.join("|", cells);
    }

    private static void move(
            Deal deal, @Nullable Entry before, Entry entry, Map<String, BigDecimal> sums, Map<String, Integer> counts) {
        BigDecimal value = PipelineWorld.value(deal.currency(), entry);
        boolean wasOpen = before == null || PipelineWorld.isOpen(before);
        List<String> kinds = new ArrayList<>();
        if (before == null) {
            add("created", value, sums, counts);
        } else if (wasOpen) {
            BigDecimal more = value.subtract(PipelineWorld.value(deal.currency(), before));
            add(more.signum() > 0 ? "increase" : "decrease", more.abs(), sums, counts);
        } else if (PipelineWorld.isOpen(entry)) {
            kinds.add("reopened");
        }
        if (wasOpen && !PipelineWorld.isOpen(entry)) {
            kinds.add(entry.stage().equals("Won") ? "won" : "lost");
        }
        kinds.forEach(kind -> add(kind, value, sums, counts));
    }

    private static void add(String kind, BigDecimal value, Map<String, BigDecimal> sums, Map<String, Integer> counts) {
        sums.merge(kind, value, BigDecimal::add);
        counts.merge(kind, 1, Integer::sum);
    }

    /** What was expected to close in a period that has ended, and what of it was open at its end. */
    String slipped(LocalDate first, LocalDate last) {
        int baseline = 0;
        int slipped = 0;
        BigDecimal amount = BigDecimal.ZERO.setScale(6);
        BigDecimal slippedAmount = BigDecimal.ZERO.setScale(6);
        for (Deal deal : live) {
            Entry start = lastBefore(deal, end(first.minusDays(1)));
            if (start == null) {
                Entry created = changes(deal).get(0);
                start = created.at().isBefore(end(last)) ? created : null;
            }
            if (start != null
                    && PipelineWorld.isOpen(start)
                    && !start.close().isBefore(first)
                    && !start.close().isAfter(last)) {
                baseline++;
                amount = amount.add(PipelineWorld.value(deal.currency(), start));
                Entry then = lastBefore(deal, end(last));
                if (then != null && PipelineWorld.isOpen(then)) {
                    slipped++;
                    slippedAmount = slippedAmount.add(PipelineWorld.value(deal.currency(), start));
                }
            }
        }
        return baseline + "|" + amount + "|" + slipped + "|" + slippedAmount;
    }

    /** Id, pushes and days pushed of each live deal. */
    List<String> pushes() {
        List<String> pushes = new ArrayList<>();
        for (Deal deal : live) {
            List<Entry> changes = changes(deal);
            int count = 0;
            long days = 0;
            for (int i = 1; i < changes.size(); i++) {
                LocalDate from = changes.get(i - 1).close();
                LocalDate to = changes.get(i).close();
                boolean isLaterMonth = to.withDayOfMonth(1).isAfter(from.withDayOfMonth(1));
                if (isLaterMonth && PipelineWorld.isOpen(changes.get(i - 1)) && PipelineWorld.isOpen(changes.get(i))) {
                    count++;
                    days += ChronoUnit.DAYS.between(from, to);
                }
            }
            pushes.add(deal.id() + "|" + count + "|" + days);
        }
        return pushes;
    }

    /** Id, stage and seconds of the visits of open stages that have ended. */
    List<String> stays() {
        List<String> stays = new ArrayList<>();
        for (Deal deal : live) {
            List<Entry> changes = changes(deal);
            Map<String, Long> seconds = new TreeMap<>();
            int lastStay = changes.size() - 1;
            while (lastStay > 0
                    && changes.get(lastStay - 1)
                            .stage()
                            .equals(changes.get(lastStay).stage())) {
                lastStay--;
            }
            for (int i = 0; i < lastStay; i++) {
                if (PipelineWorld.isOpen(changes.get(i))) {
                    seconds.merge(
                            changes.get(i).stage(),
                            ChronoUnit.SECONDS.between(
                                    changes.get(i).at(), changes.get(i + 1).at()),
                            Long::sum);
                }
            }
            seconds.forEach((stage, sum) -> stays.add(deal.id() + "|" + stage + "|" + sum));
        }
        return stays;
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(PipelineWorld.ZONE).toInstant();
    }

    private static @Nullable Entry lastBefore(Deal deal, Instant instant) {
        Entry last = null;
        for (Entry entry : deal.entries()) {
            if (entry.at().isBefore(instant)) {
                last = entry;
            }
        }
        return last;
    }

    /** Without what the next one replaces at the same instant, and without what changes nothing. */
    private static List<Entry> changes(Deal deal) {
        List<Entry> changes = new ArrayList<>();
        for (int i = 0; i < deal.entries().size(); i++) {
            Entry entry = deal.entries().get(i);
            boolean isReplaced = i + 1 < deal.entries().size()
                    && deal.entries().get(i + 1).at().equals(entry.at());
            Entry before = changes.isEmpty() ? null : changes.get(changes.size() - 1);
            boolean isSame = before != null
                    && before.stage().equals(entry.stage())
                    && before.close().equals(entry.close())
                    && isSame(before.amount(), entry.amount());
            if (!isReplaced && !isSame) {
                changes.add(entry);
            }
        }
        return changes;
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
