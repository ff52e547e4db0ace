package bizops.sandbox.http;

import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.TransportFault;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes replies with the sandbox's own Date, compressed when asked, and spoils the delivery where a fault says so. */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final int STALL_SECONDS = 60;
    private static final int WORTH_COMPRESSING = 500;
    private static final int BUFFER = 65_536;
    private static final long STREAM_CUT_AT = 200_000;
    /** Compressed text is some eight times shorter: cut well before its end. */
    private static final int GZIP_CUT = 20;

    private final Supplier<Instant> clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Delivery(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** Ends all stalls. */
    void stop() {
        stopped.countDown();
    }

    /** Sets the header {@code Date}, which an answer may override. */
    void stamp(HttpServletResponse response) {
        response.setHeader("Date", HTTP_DATE.format(clock.get()));
    }

    void write(Reply reply, Context context) throws IOException {
        try {
            deliver(reply, context);
        } catch (EofException e) {
            LOG.debug("the client left before its answer was complete", e);
        }
    }

    private void deliver(Reply reply, Context context) throws IOException {
        Fault fault = reply.spoiled();
        if (fault != null && fault.name() == TransportFault.STALL) {
            stall(fault);
        }
        if (fault != null && fault.name() == TransportFault.CONNECTION_RESET) {
            reset(context);
            return;
        }
        HttpServletResponse response = context.res();
        response.setStatus(reply.status());
        stamp(response);
        reply.headers().forEach(response::setHeader);
        if (reply.status() == 304) {
            return;
        }
        response.setContentType(reply.contentType());
        long length = reply.body().length();
        String accepted = context.header("Accept-Encoding");
        boolean gzip = accepted != null
                && accepted.contains("gzip")
                && (length == Body.UNKNOWN || length >= WORTH_COMPRESSING)
                && response.getHeader("Content-Range") == null;
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        } else if (length != Body.UNKNOWN) {
            response.setContentLengthLong(length);
        }
        boolean cut = fault != null && fault.name() == TransportFault.TRUNCATED_BODY;
        OutputStream wire = response.getOutputStream();
        if (cut) {
            wire = new CutStream(wire, (length == Body.UNKNOWN ? STREAM_CUT_AT : length) / (gzip ? GZIP_CUT : 2));
        }
        try {
            send(reply.body(), gzip, wire);
        } catch (CutStream.CutException e) {
            response.flushBuffer();
            endPoint(context).close();
        }
    }

    private static void send(Body body, boolean gzip, OutputStream wire) throws IOException {
        if (gzip) {
            try (GZIPOutputStream compressed = new GZIPOutputStream(wire, BUFFER)) {
                body.writeTo(compressed);
            }
        } else {
            body.writeTo(wire);
        }
    }

    private void stall(Fault fault) {
        try {
            boolean stop = stopped.await(fault.seconds() > 0 ? fault.seconds() : STALL_SECONDS, TimeUnit.SECONDS);
            if (stop) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Context context) throws IOException {
        EndPoint endPoint = endPoint(context);
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        endPoint.close();
    }

    private static EndPoint endPoint(Context context) {
        return Request.getBaseRequest(context.req()).getHttpChannel().getEndPoint();
    }
}
