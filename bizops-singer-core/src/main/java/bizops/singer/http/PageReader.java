package bizops.singer.http;

import java.io.IOException;

/**
 * Reads one answer to its end. It runs again from the start when the answer breaks off, so it must keep what it reads
 * to itself until it returns.
 */
@FunctionalInterface
public interface PageReader<T> {
    /**
     * What the answer holds.
     *
     * @throws RefusedException where a vendor wraps an error into a success
     * @throws IOException if the body cannot be read; the classifier decides what follows
     */
    T read(ApiResponse response) throws IOException;
}
