package bizops.singer.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import bizops.singer.report.LogLines;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StrictnessTest {
    private static final SettingsSchema SCHEMA = SettingsSchema.parse("""
            {"type": "object", "properties": {
              "host": {"type": "string"},
              "password": {"type": "string", "secret": true, "x-aliases": ["pass"]}}}
            """);
    private static final String SECRET = "{\"host\": \"h\", \"pass\": \"hidden\"}";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aSecretThatOthersCanReadIsAWarningAndRefusedUnderStrictness() throws Exception {
        String file = file("config.json", SECRET, "rw-r--r--");

        assertThat(warnings(Map.of(), file))
                .containsExactly("WARN others can read " + file + ", which holds the secret 'password': chmod 600 it");
        assertThatThrownBy(() -> load(strict(), file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("others can read " + file)
                .hasMessageContaining("--strict")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void aFileThatASettingOrAVariableNamesForASecretIsLookedAtToo() throws Exception {
        String open = file("password", "hidden", "rw----r--");
        String naming = file("config.json", "{\"password_file\": \"" + open + "\"}", "rw-r--r--");
        Map<String, String> variable = new HashMap<>(strict());
        variable.put("TARGET_X_PASSWORD_FILE", open);

        assertThatThrownBy(() -> load(strict(), naming)).hasMessageContaining("others can read " + open);
        assertThatThrownBy(() -> load(variable)).hasMessageContaining("others can read " + open);
    }

    @Test
    void nothingIsSaidOfAFileWithoutASecretOrOfOneThatIsTheUsersAlone() throws Exception {
        String plain = file("plain.json", "{\"host\": \"h\"}", "rw-rw-rw-");
        String own = file("own.json", SECRET, "rw-------");

        assertThat(warnings(strict(), plain, own)).isEmpty();
    }

    @Test
    void anotherMachineMustShowWhoItIs() {
        assertThat(asked("db.example", "prefer"))
                .singleElement()
                .asString()
                .contains("'ssl_mode' is prefer", "verify-full to db.example", "ssl_root_cert");
        assertThat(asked("192.0.2.1", "verify-ca")).hasSize(1);
        assertThat(asked("192.0.2.1", "verify-full")).isEmpty();
        assertThat(asked("localhost", "prefer")).isEmpty();
        assertThat(asked("127.0.0.9", "disable")).isEmpty();
        assertThat(asked("::1", "disable")).isEmpty();
    }

    private static List<String> asked(String host, String mode) {
        Problems problems = new Problems();
        new Strictness(false).connection(host, mode, problems);
        problems.throwIfAny();
        new Strictness(true).connection(host, mode, problems);
        try {
            problems.throwIfAny();
            return List.of();
        } catch (ConfigException found) {
            return found.problems();
        }
    }

    private List<String> warnings(Map<String, String> environment, String... files) {
        try (LogLines log = new LogLines()) {
            assertThat(load(environment, files).string("host")).isEqualTo("h");
            return log.lines().stream().filter(line -> line.startsWith("WARN")).toList();
        }
    }

    private static Config load(Map<String, String> environment, String... files) {
        return new ConfigLoader("target-x", SCHEMA, environment, InputStream.nullInputStream()).load(List.of(files));
    }

    private static Map<String, String> strict() {
        return new Strictness(true).variables();
    }

    private String file(String name, String content, String rights) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights))
                .toString();
    }
}
