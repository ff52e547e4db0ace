package bizops.tap.marketo.bulk;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands. Immutable.
 *
 * @param bytes size of the file, -1 if it is not told
 * @param rows rows of the file, -1 if it is not told
 * @param sha256 hex digits; empty if it is not told
 * @param why what went wrong; empty if nothing did
 */
public record ExportStatus(String word, long bytes, long rows, String sha256, String why) {
    private static final String CHECKSUM = "sha256:";

    static ExportStatus of(Map<String, ? extends @Nullable Object> job) {
        String checksum = text(job.get("fileChecksum"));
        return new ExportStatus(
                text(job.get("status")).toLowerCase(Locale.ROOT),
                number(job.get("fileSize")),
                number(job.get("numberOfRecords")),
                checksum.startsWith(CHECKSUM)
                        ? checksum.substring(CHECKSUM.length()).toLowerCase(Locale.ROOT)
                        : "",
                text(job.get("errorMsg")));
    }

    boolean isCreated() {
        return word.equals("created");
    }

    boolean isComplete() {
        return word.equals("completed");
    }

    /** Nothing will come of it; answers and prose spell it with one l and with two. */
    boolean isDead() {
        return word.equals("failed") || word.equals("cancelled") || word.equals("canceled");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : -1;
    }
}
