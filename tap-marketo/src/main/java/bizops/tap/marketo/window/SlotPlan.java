package bizops.tap.marketo.window;

import bizops.tap.marketo.bulk.ExportRequest;
import bizops.tap.marketo.bulk.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Cuts a span into windows, and takes over the jobs that an earlier run left. Owned by the run's thread. */
final class SlotPlan {
    private static final Duration SMALLEST = Duration.ofHours(1);

    private final Requests requests;
    private final Span span;
    private Duration size;
    private Instant next;

    SlotPlan(Requests requests, Span span, Duration size) {
        this.requests = requests;
        this.span = span;
        this.size = size;
        this.next = span.start();
    }

    /** The jobs of the following window that has any; none if the span is read. */
    List<Slot> following() throws Exception {
        List<Slot> slots = List.of();
        while (slots.isEmpty() && next.isBefore(span.limit())) {
            Instant end = next.plus(size);
            Window window = new Window(next, end.isBefore(span.limit()) ? end : span.limit());
            next = window.end();
            slots = slots(window);
        }
        return slots;
    }

    /** The files get too large for the day's quota: windows are halved from here on. */
    void halve() {
        Duration half = size.dividedBy(2);
        size = half.compareTo(SMALLEST) < 0 ? SMALLEST : half;
    }

    /**
     * The jobs that an earlier run made for the same rows and columns, from the first that it had not read. What they
     * hold is as old as they are, so the window after them looks back.
     */
    List<Slot> takenOver(List<SavedJob> jobs) throws Exception {
        List<Slot> all = new ArrayList<>();
        Instant reached = span.bookmark();
        for (SavedJob job : jobs) {
            List<Slot> open = all.isEmpty() || !all.get(all.size() - 1).window.equals(job.window())
                    ? begun(job, reached)
                    : List.of();
            if (all.isEmpty()) {
                int first = indexOf(open, job);
                open = first < 0 ? List.of() : open.subList(first, open.size());
            }
            all.addAll(open);
            int mine = indexOf(all, job);
            if (mine < 0) {
                break;
            }
            Slot slot = all.get(mine);
            slot.job = new Job(slot.request.kind(), job.id(), List.of());
            slot.saved = job;
            slot.takenOver = true;
            reached = job.window().end();
        }
        if (!all.isEmpty()) {
            Duration back = Duration.between(span.start(), span.bookmark());
            next = reached.minus(back.compareTo(Lookback.LATER) < 0 ? Lookback.LATER : back);
        }
        return all;
    }

    private List<Slot> begun(SavedJob job, Instant reached) throws Exception {
        Window window = job.window();
        boolean goesOn = !window.start().isAfter(reached) && window.end().isAfter(reached);
        return goesOn && !window.end().isAfter(span.limit()) ? slots(window) : List.of();
    }

    private List<Slot> slots(Window window) throws Exception {
        List<ExportRequest> parts = requests.of(window);
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            slots.add(new Slot(window, parts.get(i), i == parts.size() - 1));
        }
        return slots;
    }

    private static int indexOf(List<Slot> slots, SavedJob job) {
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            if (slot.job == null && slot.window.equals(job.window()) && job.isFor(slot.request)) {
                return i;
            }
        }
        return -1;
    }
}
