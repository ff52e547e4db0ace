package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.line.Moments;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import java.io.IOException;
import java.util.Optional;

/** Date-times have a zone. */
final class RecordDateTimes extends TapRule {
    RecordDateTimes() {
        super(
                "record-date-times",
                Weight.ADVICE,
                "texts of the format date-time are written as RFC 3339 writes them, with a zone",
                "each target guesses another zone",
                Source.PRACTICE);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        return Schemas.ofEachRecord(tap.sync().output(), RecordDateTimes::problem);
    }

    private static Optional<String> problem(Message schema, Message record) {
        return schema.schema().path("properties").properties().stream()
                .filter(property -> property.getValue().path("format").asText().equals("date-time"))
                .filter(property -> record.record().path(property.getKey()).isTextual())
                .filter(property -> Moments.parse(
                                record.record().path(property.getKey()).asText())
                        .isEmpty())
                .findFirst()
                .map(property -> "\"" + property.getKey() + "\" is no RFC 3339 date-time");
    }
}
