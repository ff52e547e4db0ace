package bizops.sandbox.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The armed faults and how many requests each has counted; thread-safe. */
public final class Faults {
    /** Log-ins fail only where a fault names their path. */
    private static final List<String> LOGIN_PATHS =
            List.of("/services/oauth2/", "/services/Soap/", "/oauth/token", "/identity/oauth/");

    private final List<Armed> armed = new ArrayList<>();
    private @Nullable AtRandom atRandom;
    private int fired;

    public synchronized void arm(Fault fault) {
        armed.add(new Armed(fault));
    }

    /**
     * From now on any request may fail.
     *
     * @param rate how likely a request is to fail, 0 to 1
     * @param names what may happen
     */
    public synchronized void atRandom(long seed, double rate, Set<FaultName> names) {
        atRandom = new AtRandom(new SplittableRandom(seed), rate, List.copyOf(new LinkedHashSet<>(names)));
    }

    public synchronized void clear() {
        armed.clear();
        atRandom = null;
    }

    /** The armed faults with those that have fired out. */
    public synchronized List<Fault> list() {
        return armed.stream().map(entry -> entry.fault).toList();
    }

    /**
     * Counts a request for every armed fault of these names that it concerns, and gives the first one that fires.
     *
     * @param object the object asked for, null if the request is for none
     */
    public synchronized Optional<Fault> firing(Set<FaultName> names, String path, @Nullable String object) {
        return firingAmong(names, path, object == null ? List.of() : List.of(object));
    }

    /** The same for a request that is about several objects at once. */
    public synchronized Optional<Fault> firingAmong(Set<FaultName> names, String path, Collection<String> objects) {
        Optional<Fault> first = Optional.empty();
        for (Armed entry : armed) {
            if (names.contains(entry.fault.name())
                    && entry.concerns(path, objects)
                    && entry.fires()
                    && first.isEmpty()) {
                first = Optional.of(entry.fault);
            }
        }
        Optional<Fault> fault = first.isPresent() ? first : chance(names, path);
        fired += fault.isPresent() ? 1 : 0;
        return fault;
    }

    /** How often any fault has struck so far; clearing does not reset it. */
    public synchronized int fired() {
        return fired;
    }

    private Optional<Fault> chance(Set<FaultName> names, String path) {
        AtRandom luck = atRandom;
        return luck == null || path.isEmpty() || isLogin(path) ? Optional.empty() : luck.draw(names);
    }

    /** Whether a fault of this name is armed at all; for those that are switches of the organisation. */
    public synchronized boolean isArmed(FaultName name) {
        return armed(name).isPresent();
    }

    /** A fault of this name that is armed, for switches that say more than on or off. */
    public synchronized Optional<Fault> armed(FaultName name) {
        Optional<Fault> fault = armed.stream()
                .map(entry -> entry.fault)
                .filter(known -> known.name() == name)
                .findFirst();
        fired += fault.isPresent() ? 1 : 0;
        return fault;
    }

    private static boolean isLogin(String path) {
        return LOGIN_PATHS.stream().anyMatch(path::startsWith);
    }

    /** Whether a fault of this name is armed for the object, and for the field where it names one; counts nothing. */
    public synchronized boolean hides(FaultName name, String object, @Nullable String field) {
        boolean hides = armed.stream()
                .map(entry -> entry.fault)
                .anyMatch(fault -> fault.name() == name
                        && object.equalsIgnoreCase(fault.object())
                        && (field == null || field.equalsIgnoreCase(fault.field())));
        fired += hides ? 1 : 0;
        return hides;
    }

    private record AtRandom(SplittableRandom random, double rate, List<FaultName> names) {
        Optional<Fault> draw(Set<FaultName> possible) {
            List<FaultName> choices = names.stream().filter(possible::contains).toList();
            return choices.isEmpty() || random.nextDouble() >= rate
                    ? Optional.empty()
                    : Optional.of(Fault.of(choices.get(random.nextInt(choices.size()))));
        }
    }

    private static final class Armed {
        private final Fault fault;
        private final SplittableRandom luck = new SplittableRandom(0);
        private int seen;

        private Armed(Fault fault) {
            this.fault = fault;
        }

        private boolean concerns(String path, Collection<String> objects) {
            String wantedPath = fault.path();
            if (wantedPath == null && isLogin(path)) {
                return false;
            }
            return (wantedPath == null || path.toLowerCase(Locale.ROOT).contains(wantedPath.toLowerCase(Locale.ROOT)))
                    && (fault.object() == null || objects.stream().anyMatch(fault.object()::equalsIgnoreCase));
        }

        private boolean fires() {
            seen++;
            return seen >= fault.at()
                    && (long) seen < (long) fault.at() + fault.count()
                    && (fault.percent() >= 100 || luck.nextInt(100) < fault.percent());
        }
    }
}
