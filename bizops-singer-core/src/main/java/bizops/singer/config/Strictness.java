package bizops.singer.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/** Whether what is only warned of otherwise is refused: {@code --strict}, or the variable. Immutable. */
public record Strictness(boolean isStrict) {
    /** Its variable, by which the option reaches the programs that a program starts. */
    public static final String VARIABLE = "BIZOPS_STRICT";

    private static final String VERIFIED = "verify-full";

    /** By the variables of a process. */
    public static Strictness of(Map<String, String> environment) {
        return new Strictness(environment.getOrDefault(VARIABLE, "").equals("true"));
    }

    /** What a program that is started must be told; empty if nothing. */
    public Map<String, String> variables() {
        return isStrict ? Map.of(VARIABLE, "true") : Map.of();
    }

    /**
     * Asks that a connection to a database on another machine shows who the server is.
     *
     * @param mode PostgreSQL's name of how it is encrypted
     */
    public void connection(String host, String mode, Problems problems) {
        if (isStrict && !mode.equals(VERIFIED) && !isLoopback(host)) {
            problems.add(
                    "'ssl_mode' is " + mode + ", and --strict asks for " + VERIFIED + " to " + host
                            + ", another machine: set ssl_root_cert to the certificate of the authority that signed the server's");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }
}
