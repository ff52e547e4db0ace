package bizops.tap.zuora.read;

import bizops.tap.zuora.convert.ColumnNames;
import bizops.tap.zuora.file.ResultFile;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one page of a part that is begun while the page before is read. Pages come in order of the id, so that the last row
 * of one tells where the next begins; if that was wrong, its job was for nothing, and none is begun any more. Owned by the
 * run's thread.
 */
final class PageAhead {
    private final StreamRead stream;
    private final Source source;
    private final PagesAhead all;
    private @Nullable NextPage begun;
    private boolean inOrder = true;

    PageAhead(StreamRead stream, Source source, PagesAhead all) {
        this.stream = stream;
        this.source = source;
        this.all = all;
    }

    /** Begins the page behind these files of a part. Deleted rows stand beside the order of the others. */
    void beginBehind(Part part, List<ResultFile> files) {
        if (!inOrder || part.limit() == 0 || stream.query(part).deleted()) {
            return;
        }
        long rows = files.stream().mapToLong(ResultFile::rows).sum();
        Optional<String> last =
                files.get(files.size() - 1).lastRow().value(column -> ColumnNames.isId(stream.id(), column));
        part.next(rows, last).ifPresent(next -> {
            drop();
            begun = all.begin(next, stream.named(next), stream.hash(next)).orElse(null);
        });
    }

    /** The part whose turn has come, if it was begun; another that was is dropped. Stays here until {@link #taken}. */
    Optional<NextPage> turnOf(Part part) {
        if (begun != null) {
            inOrder &= begun.is(part);
            if (!begun.is(part) || !begun.answers(stream.hash(part))) {
                drop();
            }
        }
        return Optional.ofNullable(begun);
    }

    /** Its files are with somebody else. */
    void taken() {
        begun = null;
    }

    /** Nobody will read the page. */
    void drop() {
        if (begun != null) {
            all.abandon(begun);
            begun = null;
        }
    }
}
