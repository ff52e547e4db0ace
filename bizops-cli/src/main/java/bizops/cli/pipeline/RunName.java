package bizops.cli.pipeline;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * The name of a run: when it began, which pipeline, and four letters against another one in the same moment. Names stand in
 * the order in which runs began, as the folder of logs lists them.
 */
public final class RunName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final int LETTERS = 4;

    private RunName() {}

    /** A name for one that begins now. */
    public static String of(String pipeline, Instant start) {
        return TIME.format(start) + "-" + pipeline + "-"
                + UUID.randomUUID().toString().substring(0, LETTERS);
    }
}
