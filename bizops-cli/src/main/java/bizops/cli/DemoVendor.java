package bizops.cli;

import java.util.Map;
import java.util.Set;

/**
 * One of the sandbox's vendors and what the demo loads of it.
 *
 * @param name such as {@code salesforce}: its tap is {@code tap-salesforce}, its schema {@code raw_salesforce}
 * @param streams the streams to select
 * @param settings what the tap needs to reach the sandbox
 */
record DemoVendor(String name, Set<String> streams, Map<String, Object> settings) {
    String tap() {
        return "tap-" + name;
    }

    String schema() {
        return "raw_" + name;
    }
}
