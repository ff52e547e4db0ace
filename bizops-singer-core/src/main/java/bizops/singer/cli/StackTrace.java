package bizops.singer.cli;

import bizops.singer.error.BizopsException;
import bizops.singer.report.Quotes;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** A failure with its causes, for {@code --debug}. Stateless. */
final class StackTrace {
    private static final int DEEPEST = 20;

    private StackTrace() {}

    /** Java's own form; where nothing may be quoted, without the messages that are not ours. */
    static String of(Throwable failure) {
        if (!Quotes.areAllowed()) {
            return unquoted(failure);
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String unquoted(Throwable failure) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            text.append(depth == 0 ? "" : "Caused by: ");
            text.append(at instanceof BizopsException ? at.toString() : Quotes.of(at));
            text.append('\n');
            for (StackTraceElement frame : at.getStackTrace()) {
                text.append("\tat ").append(frame).append('\n');
            }
            at = at.getCause();
        }
        return text.toString();
    }
}
