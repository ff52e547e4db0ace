package bizops.tap.zuora.job;

import bizops.tap.zuora.rest.ZuoraError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors that a job's status tells in words rather than by HTTP. Stateless. */
final class JobErrors {
    /** A number of AQuA's, or a name such as {@code UNEXPECTED_ERROR} in an export's reason. */
    private static final Pattern CODE = Pattern.compile("\\b(900\\d\\d|[A-Z]+(?:_[A-Z]+)+)\\b");

    private JobErrors() {}

    /** @param code empty to look for one in the message */
    static ZuoraError of(String code, String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        if (!code.isEmpty()) {
            return new ZuoraError(200, code, line, "");
        }
        Matcher named = CODE.matcher(line);
        return new ZuoraError(200, named.find() ? named.group(1) : "", line, "");
    }
}
