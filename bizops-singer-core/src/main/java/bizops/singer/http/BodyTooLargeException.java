package bizops.singer.http;

import java.io.IOException;

/** A body went past the size cap; asking again would bring the same. */
final class BodyTooLargeException extends IOException {
    BodyTooLargeException(long cap) {
        super("the answer is larger than " + cap + " bytes");
    }
}
