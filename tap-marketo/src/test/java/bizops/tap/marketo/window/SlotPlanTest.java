package bizops.tap.marketo.window;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.tap.marketo.bulk.ExportKind;
import bizops.tap.marketo.bulk.ExportRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotPlanTest {
    private static final Instant BOOKMARK = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LIMIT = Instant.parse("2026-03-15T00:00:00Z");
    private static final Span SPAN = new Span(BOOKMARK, START, LIMIT);
    private static final Requests ONE =
            window -> List.of(new ExportRequest(ExportKind.LEADS, List.of("id"), window.filter("updatedAt")));
    private static final Requests TWO = window -> List.of(
            new ExportRequest(ExportKind.MEMBERS, List.of("id"), filter(1, window)),
            new ExportRequest(ExportKind.MEMBERS, List.of("id"), filter(2, window)));

    private static Map<String, Object> filter(int program, Window window) {
        return Map.of("programIds", program, "updatedAt", window.toString());
    }

    private static SlotPlan plan(Requests requests) {
        return new SlotPlan(requests, SPAN, Duration.ofDays(30));
    }

    private static List<Window> windows(SlotPlan plan) throws Exception {
        List<Window> windows = new ArrayList<>();
        for (List<Slot> next = plan.following(); !next.isEmpty(); next = plan.following()) {
            next.forEach(slot -> windows.add(slot.window));
        }
        return windows;
    }

    private static SavedJob saved(ExportRequest request, Window window) {
        return new SavedJob("job", window, request.filterHash(), request.fieldsHash(), BOOKMARK, true);
    }

    @Test
    void windowsTouchEachOtherFromTheStartToTheLimit() throws Exception {
        List<Window> windows = windows(plan(ONE));

        assertThat(windows).hasSize(3);
        assertThat(windows.get(0).start()).isEqualTo(START);
        assertThat(windows.get(2).end()).isEqualTo(LIMIT);
        assertThat(windows.get(1).start()).isEqualTo(windows.get(0).end());
        assertThat(windows.get(2).start()).isEqualTo(windows.get(1).end());
    }

    @Test
    void aWindowWithoutJobsIsPassedOver() throws Exception {
        Requests later =
                window -> window.end().isAfter(Instant.parse("2026-02-01T00:00:00Z")) ? TWO.of(window) : List.of();

        assertThat(windows(plan(later))).isEqualTo(windows(plan(TWO)).subList(2, 6));
        assertThat(windows(plan(window -> List.of()))).isEmpty();
    }

    @Test
    void nothingIsPlannedWhereTheStartIsTheLimit() throws Exception {
        assertThat(windows(new SlotPlan(ONE, SPAN.from(LIMIT), Duration.ofDays(30))))
                .isEmpty();
    }

    @Test
    void windowsAreHalvedWhenFilesAreTooLargeButNeverBelowAnHour() throws Exception {
        SlotPlan plan = plan(ONE);
        assertThat(plan.following()).hasSize(1);
        plan.halve();
        Window second = plan.following().get(0).window;
        for (int i = 0; i < 20; i++) {
            plan.halve();
        }
        Window third = plan.following().get(0).window;

        assertThat(Duration.between(second.start(), second.end())).isEqualTo(Duration.ofDays(15));
        assertThat(Duration.between(third.start(), third.end())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aJobForTheSameRowsAndColumnsIsTakenOverAndTheNextWindowLooksBack() throws Exception {
        Window window = new Window(START, START.plus(Duration.ofDays(20)));
        SlotPlan plan = plan(ONE);
        List<Slot> slots = plan.takenOver(List.of(saved(ONE.of(window).get(0), window)));

        assertThat(slots).hasSize(1);
        assertThat(slots.get(0).job).isNotNull();
        assertThat(plan.following().get(0).window.start())
                .isEqualTo(window.end().minus(Duration.between(START, BOOKMARK)));
    }

    @Test
    void aJobForOtherColumnsIsLeftAlone() throws Exception {
        Window window = new Window(START, START.plus(Duration.ofDays(20)));
        ExportRequest other = new ExportRequest(ExportKind.LEADS, List.of("id", "x"), window.filter("updatedAt"));
        SlotPlan plan = plan(ONE);

        assertThat(plan.takenOver(List.of(saved(other, window)))).isEmpty();
        assertThat(plan.following().get(0).window.start()).isEqualTo(START);
    }

    @Test
    void aJobThatBeginsAfterTheBookmarkWouldLeaveAHole() throws Exception {
        Window window = new Window(BOOKMARK.plusSeconds(1), BOOKMARK.plus(Duration.ofDays(20)));

        assertThat(plan(ONE).takenOver(List.of(saved(ONE.of(window).get(0), window))))
                .isEmpty();
    }

    @Test
    void ofAWindowOfSeveralJobsThoseReadAreLeftOut() throws Exception {
        Window window = new Window(START, START.plus(Duration.ofDays(20)));
        List<Slot> slots = plan(TWO).takenOver(List.of(saved(TWO.of(window).get(1), window)));

        assertThat(slots).hasSize(1);
        assertThat(slots.get(0).request).isEqualTo(TWO.of(window).get(1));
        assertThat(slots.get(0).last).isTrue();
    }

    @Test
    void severalJobsAreTakenOverInTheirOrder() throws Exception {
        Window first = new Window(START, START.plus(Duration.ofDays(20)));
        Window second = new Window(first.end(), first.end().plus(Duration.ofDays(20)));
        List<Slot> slots = plan(TWO)
                .takenOver(List.of(
                        saved(TWO.of(first).get(0), first),
                        saved(TWO.of(first).get(1), first),
                        saved(TWO.of(second).get(0), second)));

        assertThat(slots).hasSize(4);
        assertThat(slots).extracting(slot -> slot.job != null).containsExactly(true, true, true, false);
        assertThat(slots).extracting(slot -> slot.last).containsExactly(false, true, false, true);
    }

    @Test
    void aSavedJobComesBackFromTheState() throws Exception {
        Window window = new Window(START, LIMIT);
        SavedJob job = saved(ONE.of(window).get(0), window);

        assertThat(SavedJob.of(job.json())).contains(job);
        assertThat(SavedJob.of("uuid-of-an-older-tap")).isEmpty();
        assertThat(SavedJob.of(Map.of("id", "x"))).isEmpty();
    }
}
