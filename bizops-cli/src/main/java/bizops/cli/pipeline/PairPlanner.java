package bizops.cli.pipeline;

import bizops.cli.catalog.Discovery;
import bizops.cli.pair.PairPlan;
import bizops.cli.pair.Side;
import bizops.cli.process.Executable;
import bizops.cli.project.ProgramSpec;
import bizops.cli.project.TapSpec;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns a tap and a target of {@code bizops.yml} into two programs with their files. Owned by one thread, but for {@link #stop}. */
final class PairPlanner {
    private static final String KEEPS_STATE = "target-postgres";

    private final TapSpec tap;
    private final ProgramSpec target;
    private final ObjectNode warehouse;
    private final Programs programs;
    private final Workspace workspace;
    private final Discovery discovery;
    private Optional<String> catalog = Optional.empty();

    PairPlanner(
            TapSpec tap,
            ProgramSpec target,
            ObjectNode warehouse,
            Programs programs,
            Workspace workspace,
            Consumer<String> log) {
        this.tap = tap;
        this.target = target;
        this.warehouse = warehouse;
        this.programs = programs;
        this.workspace = workspace;
        this.discovery = new Discovery(tap.program().program(), log);
    }

    String name() {
        return tap.name();
    }

    /** Ends a tap that is asked for its catalog; called from another thread. */
    void stop() {
        discovery.stop();
    }

    PairPlan plan() throws IOException, InterruptedException {
        Executable loader = programs.find(target);
        boolean keepsState = loader.name().equals(KEEPS_STATE) && loader.ours();
        Side source = programs.side(
                tap.program(), workspace.file("tap-" + name(), tap.program().settings()));
        Side sink =
                programs.side(target, workspace.file("target-" + name(), keepsState ? settings() : target.settings()));
        if (catalog.isEmpty()) {
            catalog = new TapCatalog(tap, discovery).file(source, workspace);
        }
        return new PairPlan(source, sink, catalog, tap.stateId(), keepsState);
    }

    /** What the target is told: the database, its own settings over it, and this tap's schema. */
    private ObjectNode settings() {
        ObjectNode settings = warehouse.deepCopy();
        target.settings().properties().forEach(one -> settings.set(one.getKey(), one.getValue()));
        if (!target.settings().has("default_target_schema")) {
            settings.put("default_target_schema", tap.schema());
        }
        return settings;
    }
}
