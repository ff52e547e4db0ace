package bizops.sandbox.marketo.data;

import java.time.Instant;

/** Somebody left a program without a trace in its members. */
public record Departure(long programId, long leadId, Instant at) {}
