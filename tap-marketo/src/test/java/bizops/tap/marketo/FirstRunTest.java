package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstRunTest extends Marketo {
    private TapRun.Result whole(String... streams) {
        return remember(tap().set("start_date", "2010-01-01").streams(streams).run());
    }

    @Test
    void leadsAreWhatTheInstanceHoldsWithEveryCustomField() {
        sandbox.marketo().addField("favouriteColour__c", "string");
        sandbox.marketo().updateLead(lead(0), values("favouriteColour__c", "grün \uD83D\uDE00\n\"null\""));
        sandbox.advance(Duration.ofMinutes(10));

        whole("leads");

        Truths.assertSame(sandbox, "leads", all("leads"));
    }

    @Test
    void activitiesAndMergesAreWhatTheInstanceHolds() {
        whole("activities", "lead_merges");

        Truths.assertSame(sandbox, "activities", all("activities"));
        Truths.assertSame(sandbox, "lead_merges", all("lead_merges"));
    }

    @Test
    void activityTypesAndPartitionsAreWhatTheInstanceHolds() {
        whole("activity_types", "lead_partitions");

        Truths.assertSame(sandbox, "activity_types", all("activity_types"));
        Truths.assertSame(sandbox, "lead_partitions", all("lead_partitions"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deleted_leads",
                "programs",
                "program_costs",
                "program_tags",
                "program_members",
                "smart_campaigns",
                "campaigns",
                "static_lists",
                "lists",
                "emails",
                "landing_pages",
                "forms",
                "channels",
                "tag_types"
            })
    void everyOtherStreamIsWhatTheInstanceHolds(String stream) {
        sandbox.marketo().deleteLead(lead(0));
        sandbox.advance(Duration.ofMinutes(10));
        whole(stream);

        assertThat(all(stream)).isNotEmpty();
        Truths.assertSame(sandbox, stream, all(stream));
    }

    @Test
    void aStartDateBoundsActivitiesButNotTheProgramsTheyBelongTo() {
        Instant start = sandbox.now().minus(Duration.ofDays(30));
        remember(tap().set("start_date", start.toString())
                .streams("activities", "programs", "campaigns")
                .run());

        assertThat(all("activities"))
                .isNotEmpty()
                .allMatch(
                        row -> !Instant.parse(row.path("activityDate").asText()).isBefore(start));
        Truths.assertSame(sandbox, "programs", all("programs"));
        Truths.assertSame(sandbox, "campaigns", all("campaigns"));
    }

    @Test
    void theBookmarkIsTheEndOfTheLastWindow() {
        TapRun.Result run = read("leads", "activities");

        Instant limit = sandbox.now().minusSeconds(300);
        assertThat(end(run.bookmark("leads"))).isEqualTo(limit);
        assertThat(end(run.bookmark("activities"))).isEqualTo(limit);
        assertThat(run.bookmark("leads").has("exports")).isFalse();
    }
}
