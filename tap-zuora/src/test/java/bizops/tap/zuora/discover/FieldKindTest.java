package bizops.tap.zuora.discover;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text | TEXT",
                "picklist | TEXT",
                "longtext | TEXT",
                "ZOQL | TEXT",
                "boolean | BOOLEAN",
                "integer | INTEGER",
                "decimal | DECIMAL",
                "number | DECIMAL",
                "date | DATE",
                "datetime | DATETIME",
                "timestamp | DATETIME",
                "DateTime | DATETIME",
                "bigint | INTEGER",
                "decimal(22,9) | DECIMAL",
                "timestamp(3) with time zone | DATETIME"
            })
    void everyTypeThatTenantsHaveIsKnownInAnyCase(String type, FieldKind kind) {
        assertThat(FieldKind.of(type)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "quaternion", "date time"})
    void othersAreNot(String type) {
        assertThat(FieldKind.of(type)).isEmpty();
    }
}
