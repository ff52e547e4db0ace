package bizops.tap.salesforce.bulk;

import bizops.tap.salesforce.convert.CsvConverter;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.fetch.Chunk;
import bizops.tap.salesforce.fetch.RowFeed;
import bizops.tap.salesforce.query.JobPosition;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.ErrorKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of one Bulk job: created or taken up again, awaited, its pages handed out in their order. The first chunk
 * tells the job, so that it is not lost; each page's last chunk tells the next page. Rows come in no order. Owned by one
 * thread.
 */
final class JobFeed implements RowFeed {
    private static final Logger LOG = LoggerFactory.getLogger(JobFeed.class);

    private final JobService api;
    private final BulkRead read;
    private final BulkSettings settings;
    private List<FieldDescription> fields;
    private CsvConverter converter;
    private Optional<JobPosition> resume;
    private Optional<Patience> patience = Optional.empty();
    private @Nullable JobPosition position;
    private @Nullable PageQueue queue;
    private @Nullable ResultPage page;
    private @Nullable PageRows rows;
    private long processed;

    JobFeed(JobService api, BulkRead read, BulkSettings settings) {
        this.api = api;
        this.read = read;
        this.settings = settings;
        this.fields = read.fields();
        this.converter = converter();
        this.resume = read.resume();
    }

    @Override
    public Optional<Chunk> next() {
        try {
            if (position == null) {
                return Optional.of(begin());
            }
            return queue == null ? Optional.of(await(position)) : page(queue, position);
        } catch (ApiException error) {
            throw refusal(error);
        }
    }

    @Override
    public long repairedValues() {
        return converter.repaired();
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
        }
        if (queue != null) {
            queue.close();
        }
    }

    private Chunk begin() {
        JobPosition known = resume.filter(this::usable).orElse(null);
        if (known == null) {
            resume.ifPresent(old -> LOG.info(
                    "stream \"{}\": Bulk job {} cannot go on, its window is read anew",
                    read.object().name(),
                    old.id()));
            known = create();
        } else {
            LOG.info(
                    "stream \"{}\": going on with Bulk job {} behind {} rows",
                    read.object().name(),
                    known.id(),
                    known.rows());
        }
        resume = Optional.empty();
        patience = Optional.of(new Patience(settings));
        position = known;
        return told(known);
    }

    private boolean usable(JobPosition old) {
        if (!old.version().equals(api.version())
                || !old.window().equals(read.query().window())
                || !old.fields().equals(Fingerprint.of(converter.names()))) {
            return false;
        }
        try {
            BulkJob job = api.poll(old.id());
            return job.running() || job.complete();
        } catch (ApiException gone) {
            if (gone.kind() == ErrorKind.NOT_FOUND) {
                return false;
            }
            throw gone;
        }
    }

    private JobPosition create() {
        while (true) {
            try {
                String job = api.create(converter.names());
                LOG.info("stream \"{}\": Bulk job {} created", read.object().name(), job);
                return new JobPosition(
                        job,
                        api.version(),
                        read.query().window(),
                        Fingerprint.of(converter.names()),
                        Optional.empty(),
                        0);
            } catch (ApiException refused) {
                if (refused.kind() != ErrorKind.INVALID_FIELD) {
                    throw refused;
                }
                fields = read.lostFields().remaining(fields, refused);
                converter = converter();
            }
        }
    }

    private CsvConverter converter() {
        return new CsvConverter(read.object().name(), BulkColumns.of(read.object(), fields));
    }

    /** Looks at the job when it is time; either way the caller hears that it goes on. */
    private Chunk await(JobPosition job) {
        Patience waiting = patience.orElseThrow();
        if (waiting.due()) {
            BulkJob now = api.poll(job.id());
            if (now.complete()) {
                processed = now.processed();
                open(job);
            } else if (now.running()) {
                waiting.saw(now).ifPresent(why -> {
                    api.abort(job.id());
                    throw BulkRefusedException.here("Bulk job " + job.id() + " was aborted: " + why);
                });
            } else {
                throw BulkRefusedException.here("Bulk job " + job.id() + " is " + now.outcome());
            }
        }
        return told(job);
    }

    private void open(JobPosition job) {
        Supplier<Optional<String>> paths = api.pages(job.id(), job.locator())
                .orElseThrow(() ->
                        BulkRefusedException.here("Bulk job " + job.id() + " no longer has the page to go on at"));
        List<String> columns = converter.names();
        queue = new PageQueue(paths, path -> api.page(path, columns));
    }

    private Optional<Chunk> page(PageQueue pages, JobPosition job) {
        if (rows == null) {
            page = pages.next().orElse(null);
            if (page == null) {
                finish(job);
                return Optional.empty();
            }
            rows = new PageRows(page, converter);
        }
        Chunk chunk = Chunk.ofJob(rows.next(), Optional.empty());
        if (rows.hasNext()) {
            return Optional.of(chunk);
        }
        ResultPage read = Objects.requireNonNull(page);
        rows.close();
        rows = null;
        position = job.behind(read.rows(), read.next());
        return Optional.of(Chunk.ofJob(chunk.rows(), Optional.of(position)));
    }

    private void finish(JobPosition job) {
        if (job.rows() != processed) {
            throw BulkRefusedException.here(
                    "Bulk job " + job.id() + " counts " + processed + " rows, its pages held " + job.rows());
        }
        api.done(job.id());
    }

    private static Chunk told(JobPosition job) {
        return Chunk.ofJob(List.of(), Optional.of(job));
    }

    /** What concerns the whole run or the object itself goes up; the rest only says that Bulk does not bring the rows. */
    private static RuntimeException refusal(ApiException error) {
        return switch (error.kind()) {
            case QUOTA, SESSION, SESSION_REFUSED, INVALID_TYPE, INVALID_FIELD, TRANSIENT, UNKNOWN -> error;
            case BULK_UNSUPPORTED ->
                BulkRefusedException.everywhere(error.error().toString());
            default -> BulkRefusedException.here(error.error().toString());
        };
    }
}
