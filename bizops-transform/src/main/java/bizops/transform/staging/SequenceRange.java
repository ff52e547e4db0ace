package bizops.transform.staging;

/**
 * Numbers that a loader has given to the rows of its commits, both ends included. Immutable.
 *
 * @param least greater than {@code greatest} for none
 */
public record SequenceRange(long least, long greatest) {}
