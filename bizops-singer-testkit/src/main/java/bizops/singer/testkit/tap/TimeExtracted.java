package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.line.Moments;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.List;

/** When a record was read is a date-time. */
final class TimeExtracted extends TapRule {
    TimeExtracted() {
        super(
                "time-extracted",
                Weight.MUST,
                "time_extracted, where it is given, is a date-time with a zone by RFC 3339",
                "the target cannot say how old a row is, or stops",
                Source.SPEC);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        List<Message> timed = Schemas.some(tap.sync().output(), "RECORD").stream()
                .filter(message -> message.body().has("time_extracted"))
                .toList();
        if (timed.isEmpty()) {
            throw new NothingToJudge("no RECORD has a time_extracted");
        }
        return timed.stream()
                .filter(message -> Moments.parse(
                                message.body().path("time_extracted").asText())
                        .isEmpty())
                .findFirst()
                .map(message -> Verdict.fail("time_extracted is no RFC 3339 date-time", message))
                .orElseGet(Verdict::pass);
    }
}
