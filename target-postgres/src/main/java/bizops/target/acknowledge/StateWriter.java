package bizops.target.acknowledge;

import bizops.singer.error.OutputException;
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
    public void acknowledge(byte[] state) {
        if (Arrays.equals(state, last)) {
            return;
        }
        byte[] line = Arrays.copyOf(state, state.length + 1);
        line[state.length] = '\n';
        try {
            out.write(line);
            out.flush();
        } catch (IOException failed) {
            throw OutputException.of(failed);
        }
        if (file.isPresent()) {
            file.get().replace(line);
        }
        last = state;
    }
}
