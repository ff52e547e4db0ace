package bizops.cli.audit;

import bizops.cli.catalog.StreamFilter;
import bizops.cli.pipeline.Programs;
import bizops.cli.pipeline.Workspace;
import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.cli.store.AuditEntry;
import bizops.cli.store.AuditEntry.Verdict;
import bizops.cli.store.AuditTable;
import bizops.cli.store.Store;
import bizops.singer.error.BizopsException;
import bizops.singer.error.PartialException;
import bizops.singer.error.ProgramException;
import bizops.singer.rules.ColumnRules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Holds every tap of a job to its source, keeps what is found, and fails where something differs. Used once. */
public final class Audit {
    private static final int DIFFERENT = 1;

    private final String auditId;
    private final Job job;
    private final Programs programs;
    private final Store store;
    private final Consumer<AuditEntry> tell;
    private final Consumer<String> log;
    private final List<String> differing = new ArrayList<>();
    private final List<String> unasked = new ArrayList<>();

    /**
     * Nothing is asked yet.
     *
     * @param tell gets each stream when its tap is done
     * @param log gets the lines of the taps
     */
    public Audit(
            String auditId, Job job, Programs programs, Store store, Consumer<AuditEntry> tell, Consumer<String> log) {
        this.auditId = auditId;
        this.job = job;
        this.programs = programs;
        this.store = store;
        this.tell = tell;
        this.log = log;
    }

    /** Asks one tap after the other; an error if a stream differs, or a tap or stream could not be asked. */
    public void run(StreamFilter filter, Method method) throws IOException, InterruptedException {
        store.prepare();
        try (Workspace workspace = Workspace.make()) {
            ColumnRules rules = TargetRules.of(
                    job.target(),
                    workspace.file("target-rules", job.target().settings()),
                    job.environment().variables());
            for (TapSpec tap : job.taps()) {
                ask(tap, workspace, rules, filter, method);
            }
        }
        filter.checkUsed();
        if (!differing.isEmpty()) {
            throw new ProgramException(
                    DIFFERENT,
                    "audit: " + String.join(", ", differing) + (differing.size() == 1 ? " differs" : " differ")
                            + " from the source; bizops history --audits keeps what was found");
        }
        if (!unasked.isEmpty()) {
            throw new PartialException("audit: could not be asked: " + String.join(", ", unasked));
        }
    }

    private void ask(TapSpec tap, Workspace workspace, ColumnRules rules, StreamFilter filter, Method method)
            throws IOException, InterruptedException {
        Warehouse warehouse = new Warehouse(store, schema(tap), rules);
        try {
            TapAudit.Found found = new TapAudit(tap, programs, workspace, warehouse, log).run(filter, method);
            found.entries().forEach(this::keep);
            if (!found.complete()) {
                unasked.add(tap.name());
            }
        } catch (BizopsException failed) {
            unasked.add(tap.name());
            String how = method == Method.RECORDS ? RecordReading.METHOD : CountReading.METHOD;
            keep(AuditEntry.skip(tap.name(), "", how, failed.getMessage()));
        }
    }

    private String schema(TapSpec tap) {
        return job.target().settings().path("default_target_schema").asText(tap.schema());
    }

    private void keep(AuditEntry entry) {
        AuditTable.note(store, auditId, job.environment().name(), entry);
        if (entry.verdict() == Verdict.DIFF) {
            differing.add(entry.name());
        }
        tell.accept(entry);
    }
}
