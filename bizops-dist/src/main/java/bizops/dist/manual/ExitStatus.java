package bizops.dist.manual;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an exit status means: docs/exit-codes.md in short. */
final class ExitStatus {
    private ExitStatus() {}

    static Map<String, String> of(String program) {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("0", "Done.");
        meanings.put(
                "1", "Failed: settings, source, data or database. The last line on standard error says what to do.");
        meanings.put("2", "The command line is wrong.");
        if (!program.equals("bizops-sandbox")) {
            meanings.put("3", "Out of memory: raise BIZOPS_MAX_HEAP.");
            meanings.put("75", "Try again later: a quota is spent, a lock is held, a server cannot be reached.");
            meanings.put("77", "Some streams failed; the others are complete.");
            meanings.put("130, 143", "Stopped by SIGINT or SIGTERM; what was complete is kept.");
        }
        return meanings;
    }
}
