package bizops.singer.report;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Sends logs to standard error, one line an event, as {@code LEVEL message}. Found by logback as a service, so that no
 * configuration file is read at start.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LogLine layout = new LogLine();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(layout);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        context.getLogger("bizops").setLevel(Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /**
     * Sets the level of this project's loggers: {@code debug} if asked for, else the variable {@code
     * <PROGRAM>_LOGLEVEL}, else {@code LOGLEVEL}, else INFO.
     */
    public static void level(String program, boolean debug, Map<String, String> environment) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        String own = program.toUpperCase(Locale.ROOT).replace('-', '_') + "_LOGLEVEL";
        String wanted = environment.getOrDefault(own, environment.getOrDefault("LOGLEVEL", "INFO"));
        Level level = debug ? Level.DEBUG : Level.toLevel(pythonName(wanted), Level.INFO);
        context.getLogger("bizops").setLevel(level);
    }

    /** Singer programs in Python name two levels differently. */
    private static String pythonName(String level) {
        return switch (level.toUpperCase(Locale.ROOT)) {
            case "WARNING" -> "WARN";
            case "CRITICAL", "FATAL" -> "ERROR";
            default -> level;
        };
    }
}
