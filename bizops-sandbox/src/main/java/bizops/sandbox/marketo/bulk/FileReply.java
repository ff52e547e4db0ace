package bizops.sandbox.marketo.bulk;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.wire.Request;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The answer to {@code file.json}: the whole file or a part of it; what is not there is 404 in plain text. */
final class FileReply {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final Set<FaultName> FAULTS = Set.of(
            MarketoFault.FILE_JSON_ERROR,
            MarketoFault.FILE_NOT_FOUND_404,
            MarketoFault.FILE_TRICKLE,
            MarketoFault.RANGE_IGNORED);

    private final Faults faults;

    FileReply(Faults faults) {
        this.faults = faults;
    }

    Reply answer(@Nullable Job job, Request request, ExportKind kind, Instant now) {
        Optional<FaultName> fault =
                faults.firing(FAULTS, request.call().path(), kind.path()).map(Fault::name);
        if (fault.filter(name -> name == MarketoFault.FILE_JSON_ERROR).isPresent()) {
            return request.envelope().failure("611", "System error");
        }
        Job.Result result = job == null ? null : job.result();
        Instant finished = job == null ? null : job.finishedAt();
        boolean gone =
                fault.filter(name -> name == MarketoFault.FILE_NOT_FOUND_404).isPresent();
        if (gone || result == null || finished == null || finished.plus(KEPT).isBefore(now)) {
            return new Reply(404, "text/plain;charset=UTF-8", Body.of("Not Found"), Map.of(), null);
        }
        boolean whole = fault.filter(name -> name == MarketoFault.RANGE_IGNORED).isPresent();
        boolean slow = fault.filter(name -> name == MarketoFault.FILE_TRICKLE).isPresent();
        String range = whole ? null : request.call().header("range").orElse(null);
        return range == null ? whole(result, slow) : part(result, range);
    }

    private static Reply whole(Job.Result result, boolean slow) {
        Body body = Body.streamed(result.length(), out -> result.file().writeTo(slow ? new TrickleStream(out) : out));
        return Reply.of("text/csv;charset=UTF-8", body).with("Accept-Ranges", "bytes");
    }

    private static Reply part(Job.Result result, String range) {
        long length = result.length();
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            return whole(result, false);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? length - 1 : Math.min(Long.parseLong(matcher.group(2)), length - 1);
        if (first > last) {
            return new Reply(
                    416, "text/plain;charset=UTF-8", Body.of(""), Map.of("Content-Range", "bytes */" + length), null);
        }
        Body body = Body.streamed(last - first + 1, out -> write(result, first, last, out));
        return new Reply(
                206,
                "text/csv;charset=UTF-8",
                body,
                Map.of("Accept-Ranges", "bytes", "Content-Range", "bytes " + first + "-" + last + "/" + length),
                null);
    }

    private static void write(Job.Result result, long first, long last, OutputStream out) throws IOException {
        PartStream part = new PartStream(out, first, last - first + 1);
        try {
            result.file().writeTo(part);
        } catch (PartStream.Done e) {
            out.flush();
        }
    }
}
