package bizops.target;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps what the program logs while it is open; one at a time. */
final class LogLines implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("bizops");
    private final ListAppender<ILoggingEvent> kept = new ListAppender<>();

    LogLines() {
        kept.start();
        logger.addAppender(kept);
    }

    /** The warnings so far. */
    List<String> warnings() {
        synchronized (kept) {
            return List.copyOf(kept.list).stream()
                    .filter(event -> event.getLevel() == Level.WARN)
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }
    }

    @Override
    public void close() {
        logger.detachAppender(kept);
    }
}
