package bizops.tap.salesforce.rest;

import java.io.IOException;

/** Makes a value of a reply's whole body; an {@link IOException} means that the body is cut or no JSON: ask again. */
@FunctionalInterface
public interface ReplyReader<T> {
    T read(byte[] body) throws IOException;
}
