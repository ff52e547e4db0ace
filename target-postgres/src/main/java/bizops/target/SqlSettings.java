package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.target.load.UserSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * SQL that users have run around a load. Immutable.
 *
 * @param before runs once the target is connected
 * @param after runs once the input has ended well and all of it is committed
 */
record SqlSettings(Optional<UserSql> before, Optional<UserSql> after) {
    static SqlSettings of(Config config, Problems problems) {
        return new SqlSettings(
                read("before_run_sql", "nothing was loaded", config, problems),
                read("after_run_sql", "everything is loaded and stays", config, problems));
    }

    private static Optional<UserSql> read(String name, String consequence, Config config, Problems problems) {
        String fileName = name + "_file";
        Optional<String> inline = config.optionalString(name);
        Optional<String> file = config.optionalString(fileName);
        if (inline.isPresent() && file.isPresent()) {
            problems.add("'" + name + "' and '" + fileName + "' are both given: keep one");
            return Optional.empty();
        }
        return inline.or(() -> file.map(path -> content(fileName, path, problems)))
                .filter(sql -> !sql.isBlank())
                .map(sql -> new UserSql(file.isPresent() ? fileName : name, sql, consequence));
    }

    private static String content(String setting, String file, Problems problems) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            problems.add("'" + setting + "': file " + file + " cannot be read; name a file with SQL in UTF-8");
            return "";
        }
    }
}
