package bizops.tap.marketo.bulk;

import java.io.IOException;

/** A download ended too early; what came is kept, and the rest can be asked for. Unchecked, so that no client repeats it. */
final class BrokenOffException extends RuntimeException {
    BrokenOffException(IOException cause) {
        super(cause);
    }
}
