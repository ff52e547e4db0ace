package bizops.sandbox;

import bizops.sandbox.fault.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a sandbox starts; immutable.
 *
 * @param port 0 takes any free port
 * @param seed another seed is another company
 * @param 1 is about five thousand leads and two hundred customers in two years
 * @param clock the instant at which the clock stands, before any advance
 * @param advances moves of the clock right at the start, in order
 * @param faults armed from the start
 * @param rows how many rows of an object are computed beside the company's own, by the object's name; Marketo's people are
 *     {@code marketo.leads}, objects of Zuora have {@code zuora.} before their name
 */
public record SandboxOptions(
        int port,
        long seed,
        double scale,
        Instant clock,
        List<Duration> advances,
        List<Fault> faults,
        Map<String, Integer> rows) {

    public SandboxOptions {
        if (!(scale > 0 && scale <= LARGEST_SCALE)) {
            throw new IllegalArgumentException("scale " + scale + " is not above 0 and at most " + LARGEST_SCALE);
        }
    }

    private static final int LARGEST_SCALE = 1000;

    /** The instant at which the clock stands when nobody says otherwise. */
    public static final Instant USUAL_CLOCK = Instant.parse("2026-06-30T12:00:00Z");

    /** Any free port, seed 1, scale 1, the usual clock, no faults. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(0, 1, 1, USUAL_CLOCK, List.of(), List.of(), Map.of());
    }

    public SandboxOptions port(int newPort) {
        return new SandboxOptions(newPort, seed, scale, clock, advances, faults, rows);
    }

    public SandboxOptions seed(long newSeed) {
        return new SandboxOptions(port, newSeed, scale, clock, advances, faults, rows);
    }

    public SandboxOptions scale(double newScale) {
        return new SandboxOptions(port, seed, newScale, clock, advances, faults, rows);
    }

    public SandboxOptions clock(Instant newClock) {
        return new SandboxOptions(port, seed, scale, newClock, advances, faults, rows);
    }

    /** Also moves the clock at the start. */
    public SandboxOptions advance(Duration by) {
        List<Duration> more = new ArrayList<>(advances);
        more.add(by);
        return new SandboxOptions(port, seed, scale, clock, List.copyOf(more), faults, rows);
    }

    /** Also arms a fault at the start. */
    public SandboxOptions fault(Fault fault) {
        List<Fault> more = new ArrayList<>(faults);
        more.add(fault);
        return new SandboxOptions(port, seed, scale, clock, advances, List.copyOf(more), rows);
    }

    /** Also answers with this many rows of an object that are computed when asked for, each from its number alone. */
    public SandboxOptions rows(String object, int count) {
        Map<String, Integer> more = new LinkedHashMap<>(rows);
        more.put(object, count);
        return new SandboxOptions(port, seed, scale, clock, advances, faults, Collections.unmodifiableMap(more));
    }
}
