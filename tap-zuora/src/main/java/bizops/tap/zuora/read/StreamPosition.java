package bizops.tap.zuora.read;

import java.util.Optional;

/**
 * What a stream's STATE holds beside its bookmark. Immutable. Keys of other taps, such as {@code file_ids}, are forgotten
 * with the first position saved.
 *
 * @param window the window being read
 * @param whole the read of all rows under way
 */
record StreamPosition(Optional<Part> window, Optional<Part> whole, Memory memory) {
    /** The same with the part at its new place. */
    StreamPosition with(Part part) {
        return part.whole()
                ? new StreamPosition(window, Optional.of(part), memory)
                : new StreamPosition(Optional.of(part), whole, memory);
    }

    /** The same with that part done. */
    StreamPosition without(Part done) {
        return done.whole()
                ? new StreamPosition(window, Optional.empty(), memory)
                : new StreamPosition(Optional.empty(), whole, memory);
    }

    StreamPosition with(Memory newer) {
        return new StreamPosition(window, whole, newer);
    }
}
