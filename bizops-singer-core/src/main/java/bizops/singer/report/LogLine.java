package bizops.singer.report;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;

/** One event as {@code LEVEL message} with Python's level names, secrets blanked; a stack trace only at DEBUG. */
final class LogLine extends LayoutBase<ILoggingEvent> {
    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        line.append(name(event.getLevel())).append(' ');
        line.append(OneLine.of(Redactor.redact(event.getFormattedMessage()))).append('\n');
        IThrowableProxy thrown = event.getThrowableProxy();
        if (thrown != null && event.getLevel() == Level.DEBUG) {
            line.append(Redactor.redact(ThrowableProxyUtil.asString(thrown)));
        }
        return line.toString();
    }

    private static String name(Level level) {
        return level == Level.WARN ? "WARNING" : level.toString();
    }
}
