package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** All that a scenario must know of one vendor: its tap, what goes wrong there, and what its source really holds. */
interface Vendor {
    /** The tap's program. */
    String tap();

    /** The streams that are loaded and compared. */
    List<String> streams();

    /** The tap's settings, which begin with how to log in; the caller may change them. */
    Map<String, Object> settings(Sandbox sandbox);

    /** Settings for a run that this fault strikes, where it needs a form of its own. */
    default Map<String, Object> settings(Sandbox sandbox, FaultName fault, Path folder) {
        return settings(sandbox);
    }

    /** Texts of the settings that must appear in no log. */
    List<String> secrets(Sandbox sandbox);

    /** What may go wrong, each at its turn. */
    List<FaultName> faults();

    /** Those of them that pass: a tap gets over a few of them. */
    List<FaultName> passing();

    /** A fault with drawn settings: at which request it strikes, how often, for which object; with what belongs to it. */
    List<Fault> drawn(FaultName name, Random random);

    /** After which time at the most every write can be read, however late it was committed. */
    Duration latest();

    /** The exit codes of a tap that this fault has struck as drawn; 0 alone where it must get over it. */
    Set<Integer> ends(FaultName name);

    /** What the vendor's users do in a moment: rows appear, change, go, come back and are merged. */
    void change(Sandbox sandbox, Random random);

    /** Every row that the source has, or had. */
    List<SourceRow> truth(Sandbox sandbox, String stream);

    /** The columns of a stream's table that name a row. */
    List<String> key(String stream);

    /** Whether a row of the table says that the source has deleted it. */
    boolean isDeleted(LoadedRow row);
}
