package bizops.sandbox.marketo.data;

import java.time.Instant;

/** Two persons became one: the winner keeps its number, the loser is gone. */
public record LeadMerge(long winnerId, long loserId, Instant at) {}
