package bizops.singer.tap;

import bizops.singer.catalog.StreamPlan;
import bizops.singer.cli.Terminal;
import bizops.singer.error.BizopsException;
import bizops.singer.error.ConsumerClosedException;
import bizops.singer.error.ExitCode;
import bizops.singer.error.OutputException;
import bizops.singer.error.PartialException;
import bizops.singer.json.Json;
import bizops.singer.state.SyncState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code --audit}: a JSON line for each planned stream, with what its source counts. Used once. */
final class AuditRun {
    private static final Logger LOG = LoggerFactory.getLogger(AuditRun.class);

    private final Map<String, Stream> streams;
    private final KitSettings kit;
    private final SyncState state;
    private final Map<String, BizopsException> failures = new LinkedHashMap<>();

    AuditRun(Map<String, Stream> streams, KitSettings kit, SyncState state) {
        this.streams = streams;
        this.kit = kit;
        this.state = state;
    }

    void run(List<StreamPlan> plans, Terminal terminal) throws Exception {
        PlanRules rules = new PlanRules(kit.columnRules(), plans);
        for (StreamPlan plan : plans) {
            Stream stream = Objects.requireNonNull(streams.get(plan.id()), plan.id());
            StreamAudit audit = new StreamAudit(stream, plan, rules.of(plan), state, kit.startDate());
            try {
                terminal.print(Json.write(audit.line()));
            } catch (CannotCountException why) {
                skip(plan, why.getMessage(), terminal);
            } catch (BizopsException failed) {
                failed(plan, failed, terminal);
            }
        }
        if (failures.size() == plans.size() && !failures.isEmpty()) {
            throw failures.values().iterator().next();
        }
        if (!failures.isEmpty()) {
            throw new PartialException(failures.size() + " of " + plans.size() + " streams could not be counted: "
                    + String.join(", ", failures.keySet()));
        }
    }

    private void failed(StreamPlan plan, BizopsException failed, Terminal terminal) throws IOException {
        if (failed instanceof ConsumerClosedException
                || failed instanceof OutputException
                || failed.exitCode() == ExitCode.TRY_LATER) {
            throw failed;
        }
        LOG.error("stream \"{}\" could not be counted: {}", plan.id(), failed.getMessage());
        failures.put(plan.id(), failed);
        skip(plan, failed.getMessage(), terminal);
    }

    private static void skip(StreamPlan plan, String why, Terminal terminal) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("stream", plan.name());
        line.put("skip", why);
        terminal.print(Json.write(line));
    }
}
