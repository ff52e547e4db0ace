package bizops.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.sql.DriverManager;
import org.slf4j.LoggerFactory;

/**
 * Loads, beside the parsing of the arguments, the classes of libraries that each run needs next: a load of two rows ends
 * a fifth earlier. Nothing waits for it, and what it does not get done in time is done where it is needed.
 */
final class WarmUp {
    private WarmUp() {}

    static void start() {
        Thread thread = new Thread(WarmUp::run, "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        LoggerFactory.getLogger(WarmUp.class).isDebugEnabled();
        new ObjectMapper();
        DriverManager.drivers();
        new SecureRandom().nextLong();
    }
}
