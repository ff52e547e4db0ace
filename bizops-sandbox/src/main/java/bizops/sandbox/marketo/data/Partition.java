package bizops.sandbox.marketo.data;

/** A lead partition. */
public record Partition(long id, String name, String description) {}
