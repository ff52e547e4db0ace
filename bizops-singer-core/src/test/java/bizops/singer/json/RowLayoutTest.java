package bizops.singer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowLayoutTest {
    @Property(tries = 500)
    void aRowIsWrittenAsTheMapThatItIs(
            @ForAll @UniqueElements List<String> names, @ForAll List<String> texts, @ForAll boolean flag)
            throws IOException {
        List<@Nullable Object> values = new ArrayList<>(texts);
        values.addAll(
                Arrays.asList(flag, null, 12L, new BigDecimal("1.50"), Instant.EPOCH, List.of("a"), Map.of("b", 1)));
        values.addAll(Collections.nCopies(names.size(), "\"\\\u0001\u00e9\uD83D\uDE00\uD83D"));
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }

        Map<String, @Nullable Object> row =
                RowLayout.of(names).row(values.subList(0, names.size()).toArray());

        assertThat(row).isEqualTo(map).hasSameHashCodeAs(map).hasToString(map.toString());
        assertThat(Json.write(row)).isEqualTo(Json.write(map));
        assertThat(bytes(row)).isEqualTo(bytes(map));
    }

    @Test
    void itsValuesAreFoundByName() {
        Map<String, @Nullable Object> row = RowLayout.of(List.of("Id", "Name")).row(new Object[] {"a1", null});

        assertThat(row).containsEntry("Id", "a1").containsEntry("Name", null).hasSize(2);
        assertThat(row.get("name")).isNull();
        assertThat(row.containsKey("name")).isFalse();
        assertThat(row.containsKey("Name")).isTrue();
    }

    @Test
    void itCannotBeChanged() {
        Map<String, @Nullable Object> row = RowLayout.of(List.of("Id")).row(new Object[] {"a1"});

        assertThatThrownBy(() -> row.put("Id", "a2")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> row.remove("Id")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void namesThatComeTwiceAndValuesWithoutAreRefused() {
        assertThatThrownBy(() -> RowLayout.of(List.of("Id", "Id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"Id\"");
        assertThatThrownBy(() -> RowLayout.of(List.of("Id")).row(new Object[] {"a1", "b"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 values for 1 names");
    }

    private static String bytes(Map<String, @Nullable Object> row) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonOutput(out).startObject().field("record", row).endObject().flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
