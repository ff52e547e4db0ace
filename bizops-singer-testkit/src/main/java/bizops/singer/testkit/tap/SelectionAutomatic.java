package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Source;
import bizops.singer.testkit.verdict.Verdict;
import bizops.singer.testkit.verdict.Weight;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** What is automatic is always sent. */
final class SelectionAutomatic extends TapRule {
    SelectionAutomatic() {
        super(
                "selection-automatic",
                Weight.MUST,
                "a field whose inclusion is 'automatic' is described and sent although it is deselected",
                "records lose their key or the value that bookmarks are made of",
                Source.DISCOVERY);
    }

    @Override
    protected Verdict look(TapRuns tap) throws IOException, InterruptedException {
        Narrowed less = Narrowed.of(tap);
        Catalog catalog = Catalog.of(less.catalog());
        int judged = 0;
        for (Message message : tap.narrowed(less).output().messages()) {
            JsonNode holder = message.is("SCHEMA") ? message.schema().path("properties") : message.record();
            Optional<CatalogStream> stream = catalog.named(message.stream());
            if (stream.isPresent() && holder.isObject()) {
                for (String name : stream.get().keys()) {
                    if (stream.get().inclusion(name).equals("automatic")) {
                        judged++;
                        if (!holder.has(name)) {
                            return Verdict.fail("\"" + name + "\" is automatic and left out", message);
                        }
                    }
                }
            }
        }
        if (judged == 0) {
            throw new NothingToJudge("no message of a stream with automatic keys came");
        }
        return Verdict.pass();
    }
}
