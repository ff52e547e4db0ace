package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The request log is what the README says a run costs. */
class CallBudgetTest extends Marketo {
    /** The sandbox has a job complete at the second look. */
    private static final int LOOKS = 2;
    /** A login and a look at the quota. */
    private static final int ONCE = 2;

    /** Where {@link #tap()} begins. */
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private static long jobs(long jobs) {
        return jobs * (3 + LOOKS);
    }

    private long calls() {
        return sandbox.marketo().usage().requests();
    }

    @Test
    void aFullRunMakesOneJobAWindowForLeadsAndOneForAllActivities() {
        sandbox.marketo().usage().reset();
        read("leads", "activities", "lead_merges");
        long windows = 5; // 2026-03-01 to 2026-06-30, 30 days each

        long describe = 2;
        assertThat(calls()).isLessThanOrEqualTo(ONCE + describe + jobs(2 * windows));
        assertThat(entries("create.json")).isEqualTo(2 * windows);
        assertThat(entries("enqueue.json")).isEqualTo(2 * windows);
        assertThat(entries("file.json")).isEqualTo(2 * windows);
    }

    @Test
    void aLaterRunMakesTwoJobs() {
        TapRun.Result first = read("leads", "activities", "lead_merges");
        sandbox.advance(Duration.ofHours(1));
        sandbox.marketo().usage().reset();
        readFrom(first.state(), "leads", "activities", "lead_merges");

        assertThat(calls()).isLessThanOrEqualTo(ONCE + 2 + jobs(2));
        assertThat(entries("create.json")).isEqualTo(2);
        assertThat(entries("file.json")).isEqualTo(2);
    }

    @Test
    void everyTypesOwnStreamSharesTheJobsOfTheOthers() {
        sandbox.marketo().usage().reset();
        read(
                "activities",
                "activities_new_lead",
                "activities_open_email",
                "activities_change_data_value",
                "lead_merges");

        assertThat(entries("create.json")).isEqualTo(5);
        assertThat(entries("file.json")).isEqualTo(5);
    }

    @Test
    void streamsThatGoOnAtDifferentMomentsHaveJobsOfTheirOwn() {
        TapRun.Result first = read("activities");
        sandbox.marketo().usage().reset();
        TapRun.Result second = readFrom(first.state(), "activities", "activities_new_lead");

        assertThat(entries("create.json")).isEqualTo(1 + 5);
        assertThat(second.records("activities_new_lead")).isNotEmpty();
        assertThat(second.bookmark("activities_new_lead").path("replication_key_value"))
                .isEqualTo(second.bookmark("activities").path("replication_key_value"));
    }

    @Test
    void aWholeRunCostsWhatTheReadmeSays() {
        remember(tap().run());
        sandbox.marketo().usage().reset();
        remember(tap().run());
        long windows = 5;
        int programs = sandbox.marketo().truth("programs").size();
        long memberJobs = memberJobs(START, windows);
        long assets = pages("programs") * 4 // the stream, its members, its costs and tags
                + pages("smart_campaigns")
                + pages("static_lists")
                + pages("channels")
                + 2 * (pages("emails") + pages("landing_pages") + pages("forms"))
                + pages("campaigns")
                + pages("lists");
        long tagTypes = 1L + sandbox.marketo().truth("tag_types").size();
        long deletions = 2;
        long typesAndPartitions = 2;
        long most = ONCE
                + 3
                + jobs(2 * windows + memberJobs)
                + assets
                + programs
                + tagTypes
                + deletions
                + typesAndPartitions;

        assertThat(calls()).isLessThanOrEqualTo(most).isGreaterThan(most - 2 * (2 * windows + memberJobs));
        assertThat(sandbox.marketo().usage().entries()).allMatch(entry -> entry.status() == 200);
    }

    @Test
    void noProgramIsAskedForItsMembersFromBeforeItWasMade() {
        sandbox.marketo().usage().reset();
        Instant start = Instant.parse("2024-07-01T00:00:00Z");
        TapRun.Result all = remember(tap().set("start_date", start.toString())
                .streams("program_members")
                .run());

        long windows = 25;
        assertThat(entries("members/export/create.json"))
                .isEqualTo(memberJobs(start, windows))
                .isLessThan(windows * 4);
        assertThat(all.records("program_members"))
                .extracting(row -> row.path("leadId").asLong() + " "
                        + row.path("programId").asLong())
                .hasSameElementsAs(sandbox.marketo().truth("program_members").stream()
                        .map(row -> row.get("leadId") + " " + row.get("programId"))
                        .toList());
    }

    /** For each window of 30 days the tens of programs of which one at least was made before its end. */
    private long memberJobs(Instant start, long windows) {
        List<Instant> made = sandbox.marketo().truth("programs").stream()
                .sorted(Comparator.comparing(program -> (Long) Objects.requireNonNull(program.get("id"))))
                .map(program -> (Instant) Objects.requireNonNull(program.get("createdAt")))
                .toList();
        long jobs = 0;
        for (int window = 1; window <= windows; window++) {
            Instant end = start.plus(Duration.ofDays(30L * window));
            for (int from = 0; from < made.size(); from += 10) {
                Instant first = Collections.min(made.subList(from, Math.min(from + 10, made.size())));
                jobs += first.isAfter(end) ? 0 : 1;
            }
        }
        return jobs;
    }

    private long pages(String stream) {
        return Math.max(1, (sandbox.marketo().truth(stream).size() + 197) / 199);
    }

    private long entries(String end) {
        return sandbox.marketo().usage().entries().stream()
                .filter(entry -> entry.path().endsWith(end))
                .count();
    }
}
