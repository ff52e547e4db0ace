package bizops.target.acknowledge;

import bizops.singer.error.LoadException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prints a STATE when all that came before it is committed: byte for byte as it came, on one line, and not again if it
 * is the one printed last. Owned by the writing thread.
 */
public final class StateWriter {
    private final OutputStream out;
    private final Optional<StateFile> file;
    private byte @Nullable [] last;

    /** @param out unbuffered standard output */
    public StateWriter(OutputStream out, Optional<StateFile> file) {
        this.out = out;
        this.file = file;
    }

    /** Prints the state; the caller has committed everything that it covers. */
    public void acknowledge(byte[] state) throws IOException {
        if (Arrays.equals(state, last)) {
            return;
        }
        byte[] line = Arrays.copyOf(state, state.length + 1);
        line[state.length] = '\n';
        try {
            out.write(line);
            out.flush();
        } catch (IOException closed) {
            throw LoadException.permanent(
                    "the consumer of the states closed standard output; everything before is committed", closed);
        }
        if (file.isPresent()) {
            file.get().replace(line);
        }
        last = state;
    }
}
