package bizops.singer.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BreadcrumbTest {
    @Test
    void tellsKeywordsFromFieldsByTheirPlace() {
        Breadcrumb odd =
                Breadcrumb.field("properties").property("items").items().property("properties");

        assertThat(odd.path())
                .containsExactly(
                        "properties", "properties", "properties", "items", "items", "properties", "properties");
        assertThat(odd.wellFormed()).isTrue();
        assertThat(odd.dotted()).isEqualTo("properties.items[].properties");
    }

    @Test
    void refusesAKeywordWithoutAName() {
        assertThat(new Breadcrumb(List.of("properties")).wellFormed()).isFalse();
        assertThat(new Breadcrumb(List.of("id")).wellFormed()).isFalse();
    }
}
