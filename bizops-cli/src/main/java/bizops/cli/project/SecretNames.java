package bizops.cli.project;

import java.util.regex.Pattern;

/** Which settings and variables hold secrets, judged by name: whose settings they are is not known. Stateless. */
final class SecretNames {
    private static final Pattern SECRET =
            Pattern.compile("(?i)pass(word|wd|phrase)?$|pwd|secret|token$|private_?key|api_?key|credential|dsn$");
    private static final Pattern URL_WITH_PASSWORD = Pattern.compile("://[^/@:\\s]*:[^/@\\s]+@");

    private SecretNames() {}

    static boolean isSecret(String name) {
        return SECRET.matcher(name).find() && !name.endsWith("_file") && !name.endsWith("_FILE");
    }

    static boolean holdsPassword(String value) {
        return URL_WITH_PASSWORD.matcher(value).find();
    }
}
