package bizops.cli.project;

import java.util.Set;
import java.util.regex.Pattern;

/** Which settings and variables hold secrets, judged by name: whose settings they are is not known. Stateless. */
final class SecretNames {
    private static final Pattern SECRET =
            Pattern.compile("(?i)pass(word|wd|phrase)?$|pwd|secret|token$|private_?key|api_?key|credential|dsn$");
    /** Variables of every shell: the folder it is in and was in. */
    private static final Set<String> FOLDERS = Set.of("PWD", "OLDPWD");

    private static final Pattern URL_WITH_PASSWORD = Pattern.compile("://[^/@:\\s]*:[^/@\\s]+@");

    private SecretNames() {}

    static boolean isSecret(String name) {
        return SECRET.matcher(name).find()
                && !FOLDERS.contains(name)
                && !name.endsWith("_file")
                && !name.endsWith("_FILE");
    }

    static boolean holdsPassword(String value) {
        return URL_WITH_PASSWORD.matcher(value).find();
    }
}
