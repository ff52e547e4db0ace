package bizops.singer.http;

import bizops.singer.report.Quotes;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The part of foreign text that fits into one line of a message. Stateless. */
final class Excerpt {
    private static final int LONGEST = 300;
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)(\"?(?:access_?token|refresh_?token|session_?id|client_?secret|password|assertion|id_token)\"?\\s*[:=]\\s*\"?)"
                    + "[^\"&,\\s}<]+");

    private Excerpt() {}

    static String of(String text) {
        String line = blanked(text).replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** The failure's kind and message; in plain words if no server was found or reached. */
    static String of(Exception failure) {
        String message = failure.getMessage();
        if (failure instanceof UnknownHostException) {
            return "there is no host " + message + "; check the address in the settings and the network";
        }
        if (failure instanceof DeadProxyException) {
            return of(String.valueOf(message));
        }
        if (failure instanceof ConnectException && message != null) {
            return of(message) + "; check the address in the settings and that the server can be reached";
        }
        String kind = failure.getClass().getSimpleName();
        if (message == null) {
            return kind;
        }
        return kind + ": " + (failure instanceof JsonProcessingException ? ofBody(message) : of(message));
    }

    /** As the other, for what may hold a piece of a reply's body. */
    static String ofBody(String text) {
        return of(Quotes.of(text));
    }

    /** The text with the values of what is called a token, secret or password blanked out. */
    static String blanked(String text) {
        return TOKEN.matcher(text).replaceAll("$1***");
    }

    static String host(String uri) {
        try {
            return String.valueOf(URI.create(uri).getHost());
        } catch (IllegalArgumentException unreadable) {
            return "unnamed";
        }
    }
}
