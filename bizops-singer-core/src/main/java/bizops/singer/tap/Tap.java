package bizops.singer.tap;

import bizops.singer.catalog.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A source: what an author writes, opened once a run. Owned by the run's thread.
 *
 * <pre>{@code
 * public static void main(String[] arguments) {
 *     TapProgram.main("tap-hello", HelloTap.class, HelloTap::new, arguments);
 * }
 * }</pre>
 */
public interface Tap extends AutoCloseable {
    /**
     * Everything the source offers, each id once; this may call the source. Selection is the kit's business.
     *
     * @throws Exception if the source cannot say completely; a part of the truth is never answered
     */
    List<? extends Stream> streams() throws Exception;

    /**
     * The streams of these ids, as far as the source has them: asked for when a catalog selects some. A tap that has to
     * ask its source for every stream asks for these only.
     *
     * @throws Exception as {@link #streams()}
     */
    default List<? extends Stream> streams(Set<String> ids) throws Exception {
        return streams();
    }

    /**
     * The streams that a catalog selects, each entry with all its metadata: what a tap itself said there when it was
     * discovered (types of the source's own, say) may spare it to ask its source again.
     *
     * @param selected the entries that are selected, as the user gave them
     * @throws Exception as {@link #streams()}
     */
    default List<? extends Stream> streams(Catalog selected) throws Exception {
        return streams(selected.ids());
    }

    /**
     * Called once, before the first stream is read, for sources that answer many streams by one job.
     *
     * @param planned every stream that will be read, by id and in that order; rows cannot be written yet, positions can
     *     be saved
     * @throws Exception to fail the run
     */
    default void prepare(Map<String, SyncContext> planned) throws Exception {}

    /** Lets go of what was opened. */
    @Override
    default void close() {}
}
