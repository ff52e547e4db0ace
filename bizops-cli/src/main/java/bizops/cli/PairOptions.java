package bizops.cli;

import bizops.cli.pair.PairPlan;
import bizops.cli.pair.PairRun;
import bizops.cli.pair.Side;
import bizops.cli.pair.StateChange;
import bizops.cli.process.Executable;
import bizops.cli.process.Installation;
import bizops.cli.process.Surroundings;
import bizops.cli.store.Address;
import bizops.cli.store.Store;
import bizops.singer.cli.Signals;
import bizops.singer.cli.Terminal;
import bizops.singer.config.Strictness;
import bizops.singer.error.ConfigException;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code bizops run TAP TARGET}: one tap into one target, with state, lock and history in the database. */
final class PairOptions {
    @Parameter(names = "--tap-config", placeholder = "FILE", description = "Settings of the tap, a file; repeatable")
    private List<String> tapConfig = new ArrayList<>();

    @Parameter(
            names = "--target-config",
            placeholder = "FILE",
            description =
                    "Settings of the target, a file; repeatable. target-postgres's say also where state and history"
                            + " are kept")
    private List<String> targetConfig = new ArrayList<>();

    @Parameter(names = "--catalog", placeholder = "FILE", description = "The tap's catalog, a file")
    private String catalog = "";

    @Parameter(
            names = "--state-id",
            placeholder = "ID",
            description = "Name of the pipeline. Default: state_id, or TAP-to-TARGET")
    private String stateId = "";

    @Parameter(
            names = "--store-config",
            placeholder = "FILE",
            description = "For another target than target-postgres: where state and history are kept, a file with"
                    + " settings of target-postgres; repeatable. Without it: its variables")
    private List<String> storeConfig = new ArrayList<>();

    /** Whether any of these options is given. */
    boolean isGiven() {
        return !tapConfig.isEmpty()
                || !targetConfig.isEmpty()
                || !catalog.isEmpty()
                || !stateId.isEmpty()
                || !storeConfig.isEmpty();
    }

    /** Runs the tap into the target. */
    void run(String tapName, String targetName, Terminal terminal) throws IOException, InterruptedException {
        Surroundings surroundings = new Surroundings(terminal.environment());
        Optional<Installation> installation =
                Optional.ofNullable(System.getProperty("bizops.home")).map(home -> new Installation(Path.of(home)));
        Executable tap = Executable.find(tapName, installation, surroundings.path());
        Executable target = Executable.find(targetName, installation, surroundings.path());
        boolean keepsState = target.ours() && target.name().equals("target-postgres");
        if (keepsState && !storeConfig.isEmpty()) {
            throw new UsageException("--store-config is for other targets: target-postgres keeps the state in the"
                    + " database that it loads into");
        }
        Address address = Address.of(keepsState ? targetConfig : storeConfig, terminal.environment());
        Map<String, String> strict = Strictness.of(terminal.environment()).variables();
        PairPlan plan = new PairPlan(
                Side.of(tap, tapConfig, strict),
                Side.of(target, targetConfig, strict),
                Optional.of(catalog).filter(file -> !file.isEmpty()),
                id(tap, target, address),
                keepsState);
        try (Store store = Store.open(address, "bizops run")) {
            PairRun run = new PairRun(plan, StateChange.NONE, store, surroundings, terminal.stderr()::println);
            Signals.onSignal(() -> run.stop(Signals.received().orElseThrow()));
            run.run();
        }
    }

    private String id(Executable tap, Executable target, Address address) {
        Optional<String> configured = address.stateId();
        if (stateId.isEmpty()) {
            return configured.orElse(tap.name() + "-to-" + target.name());
        }
        if (configured.isPresent() && !configured.get().equals(stateId)) {
            throw new ConfigException("--state-id is \"" + stateId + "\" and the setting state_id \"" + configured.get()
                    + "\"; leave one out");
        }
        return stateId;
    }
}
