package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Nothing is said twice. */
final class NoRepeats extends TapRule {
    NoRepeats() {
        super(
                "no-repeats",
                Weight.ADVICE,
                "no SCHEMA comes again unchanged, and no two STATEs in a row are the same",
                "many targets end a batch, or open a connection, for each",
                Source.SDK);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Map<String, JsonNode> schemas = new HashMap<>();
        Optional<Message> before = Optional.empty();
        for (Message message : tap.sync().output().messages()) {
            if (message.is("SCHEMA") && message.body().equals(schemas.put(message.stream(), message.body()))) {
                return Verdict.fail("the same SCHEMA came before", message);
            }
            if (message.is("STATE") && before.map(Message::body).equals(Optional.of(message.body()))) {
                return Verdict.fail("the message before was the same STATE", message);
            }
            before = Optional.of(message);
        }
        return Verdict.pass();
    }
}
