package bizops.dist.tapfaults;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.dist.Written;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All that programs left behind, searched for what must not be there. */
final class Evidence {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\s+(?!\\*)[\\w!.-]{6,}");

    private final Persons persons;
    private final Set<String> forbidden = new TreeSet<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    Evidence(Persons persons, Sandbox sandbox) {
        this.persons = persons;
        forbidden.addAll(List.of(Persons.ADDRESS, Persons.PHONE, Persons.KEY, Persons.WRONG_SECRET));
        forbidden.addAll(persons.vendor().secrets(sandbox));
        forbidden.addAll(persons.addresses(sandbox));
    }

    /** Adds a secret that only this run has. */
    Evidence secret(String secret) {
        forbidden.add(secret);
        return this;
    }

    Evidence add(String name, String text) {
        texts.put(name, text);
        return this;
    }

    Evidence file(Path file) throws IOException {
        return add(file.toString(), Written.text(file));
    }

    /** Every row of every table that is not the server's own: data, states, runs, rejected records. */
    Evidence database(TestDatabase database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            try (ResultSet names = statement.executeQuery("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                    + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                StringBuilder text = new StringBuilder();
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        text.append(rows.getString(1)).append('\n');
                    }
                }
                add("table " + table, text.toString());
            }
        }
        return this;
    }

    String text(String name) {
        return String.valueOf(texts.get(name));
    }

    /** Fails, without repeating it, where anything is told that must not be. */
    void tellsNothing() {
        assertThat(texts).isNotEmpty();
        texts.forEach((name, text) -> {
            String lower = text.toLowerCase(Locale.ROOT);
            assertThat(forbidden.stream()
                            .filter(secret -> lower.contains(secret.toLowerCase(Locale.ROOT)))
                            .map(secret -> secret.substring(0, 5) + "...")
                            .toList())
                    .as(name)
                    .isEmpty();
            assertThat(BEARER.matcher(text).find()).as("%s: a header", name).isFalse();
            assertThat(persons.token().matcher(text).find())
                    .as("%s: a token", name)
                    .isFalse();
        });
    }
}
