package bizops.tap.salesforce.fetch;

import java.util.Optional;

/** The rows of one read, chunk by chunk, whichever interface brings them. Owned by one thread. */
public interface RowFeed extends AutoCloseable {
    /** The next chunk, or empty at the end. */
    Optional<Chunk> next();

    /** Lone surrogates that became U+FFFD, and numbers such as NaN that became null. */
    long repairedValues();

    /** Gives up what is under way; nothing is lost by it. */
    @Override
    void close();
}
