package bizops.target.reshape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes what the messages of streams say before anything else looks at them. Used by the thread that reads. */
@FunctionalInterface
public interface Reshaping {
    /** Changes nothing. */
    Reshaping NONE = (given, where) -> Optional.empty();

    /**
     * What is to be done to a stream; empty if it is left as it is, which keeps its records on the fast path. Asked
     * again for each new SCHEMA of the stream.
     *
     * @param given as it came, or as the reshaping before this one left it
     * @param where line and stream, for errors
     * @throws bizops.singer.error.InputException if the stream cannot be reshaped as the settings say
     */
    Optional<StreamReshape> of(StreamSchema given, String where);

    /** Says, after the last message, what of the settings never came to use. */
    default void end() {}

    /** All of them, each seeing what the one before it left. */
    static Reshaping chain(List<Reshaping> all) {
        return all.isEmpty()
                ? NONE
                : new Reshaping() {
                    @Override
                    public Optional<StreamReshape> of(StreamSchema given, String where) {
                        List<StreamReshape> steps = new ArrayList<>();
                        Optional<StreamSchema> current = Optional.of(given);
                        for (Reshaping one : all) {
                            Optional<StreamReshape> step = current.flatMap(schema -> one.of(schema, where));
                            if (step.isPresent()) {
                                steps.add(step.get());
                                current = step.get().schema();
                            }
                        }
                        return steps.isEmpty() ? Optional.empty() : Optional.of(new StreamReshapes(steps));
                    }

                    @Override
                    public void end() {
                        all.forEach(Reshaping::end);
                    }
                };
    }
}
