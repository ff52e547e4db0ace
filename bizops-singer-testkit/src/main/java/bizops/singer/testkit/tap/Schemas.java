package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.line.Output;
import bizops.singer.testkit.verdict.NothingToJudge;
import bizops.singer.testkit.verdict.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records beside the SCHEMA that they came under. */
final class Schemas {
    private Schemas() {}

    /** What a rule says of a record and its SCHEMA; empty if all is well. */
    @FunctionalInterface
    interface Look {
        Optional<String> problem(Message schema, Message record);
    }

    /** The first problem that is found; records without a SCHEMA are for another rule. */
    static Verdict ofEachRecord(Output output, Look look) {
        Map<String, Message> schemas = new HashMap<>();
        int judged = 0;
        for (Message message : output.messages()) {
            if (message.is("SCHEMA")) {
                schemas.put(message.stream(), message);
            }
            Message schema = schemas.get(message.stream());
            if (message.is("RECORD") && schema != null && message.record().isObject()) {
                judged++;
                Optional<String> problem = look.problem(schema, message);
                if (problem.isPresent()) {
                    return Verdict.fail(problem.get(), message);
                }
            }
        }
        if (judged == 0) {
            throw new NothingToJudge("no RECORD came");
        }
        return Verdict.pass();
    }

    /** The SCHEMA messages; without any, the rule is skipped. */
    static List<Message> of(Output output) {
        return some(output, "SCHEMA");
    }

    /** The messages of a type; without any, the rule is skipped. */
    static List<Message> some(Output output, String type) {
        List<Message> found = output.messages(type).toList();
        if (found.isEmpty()) {
            throw new NothingToJudge("no " + type + " came");
        }
        return found;
    }
}
