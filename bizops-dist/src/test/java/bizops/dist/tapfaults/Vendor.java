package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a scenario must know of one vendor: its tap, what goes wrong there, and what its source really holds. */
interface Vendor {
    /** The tap's program. */
    String tap();

    /** Of the sandbox: a company with rows enough to be killed between, and few enough for many runs. */
    default double scale() {
        return 0.04;
    }

    /** The streams that are loaded and compared. */
    List<String> streams();

    /** The tap's settings, which begin with how to log in; the caller may change them. */
    Map<String, Object> settings(Sandbox sandbox);

    /**
     * Settings for a run that this fault strikes, where it needs a form of its own.
     *
     * @param random the same at each load of a run
     */
    default Map<String, Object> settings(Sandbox sandbox, FaultName fault, Path folder, Random random) {
        return settings(sandbox);
    }

    /** Settings for a run that a mix of all faults strikes. */
    default Map<String, Object> settings(Sandbox sandbox, Random random) {
        return settings(sandbox);
    }

    /** Puts into the source what this fault must meet there; called once, before the first load. */
    default void prepare(Sandbox sandbox, FaultName fault) {}

    /** Whether the fault spoils descriptions, which a tap asks for only where its catalog does not say everything. */
    default boolean isOfDescriptions(FaultName fault) {
        return false;
    }

    /** Texts of the settings that must appear in no log. */
    List<String> secrets(Sandbox sandbox);

    /** What may go wrong, each at its turn. */
    List<FaultName> faults();

    /** What the sandbox knows beyond that, each with the reason why it cannot strike such a run. */
    default Map<FaultName, String> leftOut() {
        return Map.of();
    }

    /** All that the sandbox knows to do wrong as this vendor. */
    List<FaultName> known();

    /** Those of them that pass: a tap gets over a few of them. */
    List<FaultName> passing();

    /** A fault with drawn settings: at which request it strikes, how often, for which object; with what belongs to it. */
    List<Fault> drawn(FaultName name, Random random);

    /** Whether the fault's field comes without values while it strikes. */
    default boolean hides(FaultName name) {
        return true;
    }

    /** After which time at the most every write that a fault delays can be read. */
    Duration latest();

    /** Whether no transaction of the company itself is under way, whose rows are written and cannot be read yet. */
    default boolean isCommitted(Sandbox sandbox) {
        return true;
    }

    /** The exit codes of a tap that this fault has struck as drawn; 0 alone where it must get over it. */
    Set<Integer> ends(FaultName name);

    /** What the vendor's users do in a moment: rows appear, change, go, come back and are merged. */
    void change(Sandbox sandbox, Random random);

    /** What its administrators do to fields. */
    Admins admins(Sandbox sandbox, Random random);

    /** Every row that the source has, or had, with the values that its users may see, as the sandbox tells them. */
    List<Map<String, @Nullable Object>> truth(Sandbox sandbox, String stream);

    /** The same of one such row, as it is compared. */
    SourceRow row(String stream, Map<String, @Nullable Object> truth);

    /** What is left of a row that the source does not show any more; empty where the table keeps it as it was. */
    default Optional<SourceRow.Presence> vanished(String stream) {
        return Optional.empty();
    }

    /**
     * Joins the loaded tables as their users do who know how the vendor tells of merges and deletions, and writes values
     * as {@link #truth} does. Where each table says by itself what went there is nothing to do.
     *
     * @param sandbox of which may be asked what no reader can know
     * @param tables by stream, the rows by key
     */
    default void join(Sandbox sandbox, Map<String, Map<String, Map<String, @Nullable String>>> tables) {}

    /** The columns of a stream's table that name a row. */
    List<String> key(String stream);

    /** Whether a row of the table says that the source has deleted it. */
    boolean isDeleted(LoadedRow row);
}
