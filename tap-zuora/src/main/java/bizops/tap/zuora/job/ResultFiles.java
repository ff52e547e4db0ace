package bizops.tap.zuora.job;

import bizops.singer.http.ApiResponse;
import bizops.tap.zuora.file.BrokenFileException;
import bizops.tap.zuora.file.ResultFile;
import bizops.tap.zuora.rest.ApiException;
import bizops.tap.zuora.rest.Rest;
import bizops.tap.zuora.rest.ZuoraError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches result files whole: one that turns out broken is fetched again. Thread-safe. */
public final class ResultFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ResultFiles.class);
    private static final int ATTEMPTS = 3;

    private final Rest rest;

    public ResultFiles(Rest rest) {
        this.rest = rest;
    }

    /**
     * All files of a query that is done, verified; the caller closes them.
     *
     * @throws BrokenFileException if a file stays broken, or the rows of all are not as many as the job counted
     */
    public List<ResultFile> fetch(BatchStatus batch) throws BrokenFileException {
        for (int attempt = 1; ; attempt++) {
            List<ResultFile> files = new ArrayList<>();
            boolean whole = false;
            try {
                for (FileRef file : batch.files()) {
                    files.add(download(file));
                }
                for (ResultFile file : files) {
                    file.verify();
                }
                checkCount(batch, files);
                whole = true;
                return files;
            } catch (BrokenFileException broken) {
                if (attempt == ATTEMPTS) {
                    throw broken;
                }
                LOG.warn("file of \"{}\" is fetched again: {}", batch.name(), broken.getMessage());
            } finally {
                if (!whole) {
                    files.forEach(ResultFile::close);
                }
            }
        }
    }

    private ResultFile download(FileRef file) {
        return file.signed() ? signed(file.place()) : rest.file("/v1/files/" + file.place(), ResultFiles::save);
    }

    /** A signed address ends soon; whatever it answers then, its file is gone. */
    private ResultFile signed(String address) {
        try {
            return rest.readSigned(address, ResultFiles::save);
        } catch (ApiException ended) {
            ZuoraError error = ended.error();
            throw new ApiException(new ZuoraError(404, "", error.message(), error.requestId()));
        }
    }

    private static ResultFile save(ApiResponse response) throws IOException {
        return ResultFile.of(response.body());
    }

    private static void checkCount(BatchStatus batch, List<ResultFile> files) throws BrokenFileException {
        long rows = files.stream().mapToLong(ResultFile::rows).sum();
        if (batch.recordCount().isPresent() && batch.recordCount().get() != rows) {
            throw new BrokenFileException("it holds " + rows + " rows, while the job counted "
                    + batch.recordCount().get());
        }
    }
}
