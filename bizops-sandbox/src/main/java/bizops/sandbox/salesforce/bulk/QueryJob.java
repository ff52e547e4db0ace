package bizops.sandbox.salesforce.bulk;

import bizops.sandbox.salesforce.soql.Statement;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One Bulk 2.0 query job. It moves when somebody looks: the first poll finds it at work, the second finds it done,
 * unless its fate says otherwise. Owned by the org's lock.
 */
public final class QueryJob {
    private static final int POLLS = 2;

    /** What the client asked for. */
    public record Order(
            String operation, Statement statement, String columnDelimiter, String lineEnding, String version) {
        boolean all() {
            return operation.equals("queryAll");
        }
    }

    /**
     * How a job is going to end.
     *
     * @param readyAt not done before this instant; null lets polls decide
     * @param stuck never done
     * @param failure why it fails, null if it does not
     * @param aborted an administrator ends it
     */
    public record Fate(
            @Nullable Instant readyAt,
            boolean stuck,
            @Nullable String failure,
            boolean aborted) {
        /** Done after two polls. */
        public static final Fate USUAL = new Fate(null, false, null, false);
    }

    private final String id;
    private final Order order;
    private final Instant created;
    private final Fate fate;
    private String state = "UploadComplete";
    private int polls;
    private @Nullable ResultSet result;

    QueryJob(String id, Order order, Instant created, Fate fate) {
        this.id = id;
        this.order = order;
        this.created = created;
        this.fate = fate;
    }

    /** Looks at the job, which moves it on. */
    public void poll(Instant now) {
        if (isTerminal()) {
            return;
        }
        polls++;
        state = "InProgress";
        Instant readyAt = fate.readyAt();
        boolean due = !fate.stuck() && (readyAt == null ? polls >= POLLS : !now.isBefore(readyAt));
        if (due && fate.aborted()) {
            state = "Aborted";
        } else if (due && fate.failure() != null) {
            state = "Failed";
        } else if (due) {
            result = ResultSet.of(order.statement(), order.all(), id.hashCode());
            state = "JobComplete";
        }
    }

    /** Ends the job; false if it has ended already. */
    public boolean abort() {
        if (isTerminal()) {
            return false;
        }
        state = "Aborted";
        return true;
    }

    public boolean isTerminal() {
        return !state.equals("UploadComplete") && !state.equals("InProgress");
    }

    public String id() {
        return id;
    }

    public Order order() {
        return order;
    }

    public Instant created() {
        return created;
    }

    public String state() {
        return state;
    }

    /** Whether anybody has looked at it yet. */
    public boolean polled() {
        return polls > 0;
    }

    /** Why it failed, or null. */
    public @Nullable String failure() {
        return state.equals("Failed") ? fate.failure() : null;
    }

    /** The rows of a complete job, or null. */
    public @Nullable ResultSet result() {
        return result;
    }

    /** The rows of a complete job. */
    public ResultSet rows() {
        return Objects.requireNonNull(result);
    }
}
