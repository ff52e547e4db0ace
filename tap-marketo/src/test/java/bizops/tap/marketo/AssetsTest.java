package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.tap.marketo.ScriptedInstance.Answer;
import bizops.tap.marketo.ScriptedInstance.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pages of assets in the ways that only a server written for it can show. */
class AssetsTest {
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");

    private final ScriptedInstance marketo = new ScriptedInstance();
    private final List<Integer> ids = new ArrayList<>();

    @AfterEach
    void stop() {
        marketo.close();
    }

    private static int offset(Asked request) {
        Matcher offset = OFFSET.matcher(request.path());
        return offset.find() ? Integer.parseInt(offset.group(1)) : -1;
    }

    private Answer page(int offset) {
        if (offset >= ids.size()) {
            return Answer.json("{\"success\":true,\"errors\":[],\"requestId\":\"1#2\","
                    + "\"warnings\":[\"No assets found for the given search criteria.\"]}");
        }
        return Answer.success("["
                + ids.subList(offset, Math.min(ids.size(), offset + 200)).stream()
                        .map(id -> "{\"id\":" + id + ",\"name\":\"n" + id
                                + "\",\"updatedAt\":\"2026-01-05T00:00:00Z+0000\",\"invented\":{\"a\":1.50}}")
                        .collect(Collectors.joining(","))
                + "]");
    }

    @Test
    void pagesAreReadToTheEndWithEveryField() {
        IntStream.range(0, 450).forEach(ids::add);
        marketo.on("GET /rest/asset/v1/channels.json", request -> page(offset(request)));

        TapRun.Result run = marketo.tap().streams("channels").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Truths.newest("channels", run.records("channels"))).hasSize(450);
        assertThat(run.records("channels").get(0).toString())
                .contains("\"updatedAt\":\"2026-01-05T00:00:00Z\"")
                .contains("\"_extra\":{\"invented\":{\"a\":1.50}}");
    }

    @Test
    void noRowIsMissedWhenOneLeavesAPageThatWasRead() {
        IntStream.range(0, 450).forEach(ids::add);
        int[] pages = {0};
        marketo.on("GET /rest/asset/v1/channels.json", request -> {
            Answer page = page(offset(request));
            if (++pages[0] == 1) {
                ids.remove(7);
                ids.remove(6);
            }
            return page;
        });

        TapRun.Result run = marketo.tap().streams("channels").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(Truths.newest("channels", run.records("channels"))).hasSize(450);
        assertThat(run.log()).anyMatch(line -> line.contains("rows moved while they were read"));
    }

    @Test
    void nothingAtAllIsAnEmptyStream() {
        marketo.on("GET /rest/asset/v1/channels.json", request -> page(offset(request)));

        TapRun.Result run = marketo.tap().streams("channels").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("channels")).isEmpty();
    }

    @Test
    void nothingFoundIsAnEmptyStreamToo() {
        marketo.on("GET /rest/asset/v1/channels.json", Answer.error("702", "No data found"));
        marketo.on("GET /rest/v1/lists.json", Answer.error("702", "No data found"));

        TapRun.Result run = marketo.tap().streams("channels", "lists").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.of("RECORD")).isEmpty();
    }

    @Test
    void whatTheSubscriptionLacksIsNotSkippedInSilence() {
        marketo.on("GET /rest/asset/v1/channels.json", Answer.error("703", "The feature is not enabled"));

        TapRun.Result run = marketo.tap().streams("channels").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("stream \"channels\"")
                .contains("error 703")
                .contains("take the stream out of the selection");
    }

    @Test
    void changesSinceAnHourBeforeTheBookmarkAreAskedFor() {
        marketo.on("GET /rest/asset/v1/programs.json", Answer.success("[]"));

        TapRun.Result run = marketo.tap()
                .state("{\"bookmarks\":{\"programs\":{\"updatedAt\":\"2026-01-05T12:00:00.987Z\"}}}")
                .streams("programs")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(marketo.asked("GET /rest/asset/v1/programs.json").get(0).path())
                .contains("earliestUpdatedAt=2026-01-05T11:00:00Z&")
                .contains("latestUpdatedAt=")
                .contains("maxReturn=200");
    }

    @Test
    void aPageThatTakesTheServerTooLongIsAskedForInHalves() {
        marketo.on(
                "GET /rest/v1/lists.json",
                request -> Integer.parseInt(request.path().replaceFirst(".*batchSize=(\\d+).*", "$1")) > 75
                        ? Answer.error("604", "Request timed out")
                        : request.path().contains("nextPageToken")
                                ? Answer.success("[{\"id\":2}]")
                                : Answer.json("{\"success\":true,\"moreResult\":true,\"nextPageToken\":\"T1==\","
                                        + "\"result\":[{\"id\":1}]}"));

        TapRun.Result run = marketo.tap().streams("lists").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("lists")).hasSize(2);
        assertThat(marketo.asked("GET /rest/v1/lists.json")).hasSize(4);
    }

    @Test
    void anEmptyPageOfListsIsNotTheEnd() {
        marketo.times(
                1,
                "GET /rest/v1/lists.json",
                Answer.json("{\"success\":true,\"moreResult\":true,\"nextPageToken\":\"T1==\"}"));
        marketo.on("GET /rest/v1/lists.json", Answer.success("[{\"id\":3}]"));

        TapRun.Result run = marketo.tap().streams("lists").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("lists")).hasSize(1);
    }

    @Test
    void aDraftNeverReplacesTheApprovedVersion() {
        marketo.on(
                "GET /rest/asset/v1/forms.json",
                request -> Answer.success("[{\"id\":1,\"status\":\""
                        + (request.path().contains("status=draft") ? "draft" : "approved") + "\"}]"));

        TapRun.Result run = marketo.tap().streams("forms").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("forms"))
                .extracting(form -> form.path("status").asText())
                .containsExactly("draft", "approved");
    }

    @Test
    void ofListsWhatChangedIsWrittenAndAStampBeforeTheCreationDoesNotHideARow() {
        marketo.times(
                1,
                "GET /rest/v1/lists.json",
                Answer.json(
                        "{\"success\":true,\"nextPageToken\":\"T1==\",\"result\":["
                                + "{\"id\":1,\"createdAt\":\"2020-01-01T00:00:00Z\",\"updatedAt\":\"2020-01-01T00:00:00Z\"},"
                                + "{\"id\":2,\"createdAt\":\"2026-01-02T00:00:00Z\",\"updatedAt\":\"2020-01-01T00:00:00Z\"}]}"));
        marketo.on(
                "GET /rest/v1/lists.json",
                Answer.json("{\"success\":true,\"moreResult\":false,\"nextPageToken\":\"T2==\",\"result\":["
                        + "{\"id\":3}]}"));

        TapRun.Result run = marketo.tap()
                .state(
                        "{\"bookmarks\":{\"lists\":{\"updatedAt\":\"2026-01-01T12:00:00Z\",\"next_page_token\":\"stale\"}}}")
                .streams("lists")
                .run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("lists"))
                .extracting(list -> list.path("id").asInt())
                .containsExactly(2, 3);
        assertThat(marketo.asked("GET /rest/v1/lists.json"))
                .noneMatch(request -> request.path().contains("stale"));
        assertThat(run.bookmark("lists").has("next_page_token")).isFalse();
    }

    @Test
    void costsAndTagsShareTheCallsAndKeepEveryDigit() {
        marketo.on("GET /rest/asset/v1/programs.json", Answer.success("[{\"id\":7},{\"id\":8}]"));
        marketo.on(
                "GET /rest/asset/v1/program/7.json",
                Answer.success("[{\"id\":7,\"updatedAt\":\"2026-01-05T00:00:00Z+0000\",\"tags\":["
                        + "{\"tagType\":\"Region\",\"tagValue\":\"EMEA\"}],\"costs\":["
                        + "{\"startDate\":\"2026-01-01\",\"cost\":2000.10,\"note\":\"fair\"},"
                        + "{\"startDate\":\"2026-01-01\",\"cost\":30}]}]"));
        marketo.on("GET /rest/asset/v1/program/8.json", Answer.success("[{\"id\":8,\"costs\":null}]"));

        TapRun.Result run =
                marketo.tap().streams("program_costs", "program_tags").run();

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("program_costs").toString()).contains("2000.10").contains("\"cost\":30");
        assertThat(run.records("program_costs"))
                .extracting(cost -> cost.path("noteHash").asText())
                .doesNotHaveDuplicates();
        assertThat(run.records("program_tags")).hasSize(1);
        assertThat(marketo.asked("GET /rest/asset/v1/program/")).hasSize(2);
    }
}
