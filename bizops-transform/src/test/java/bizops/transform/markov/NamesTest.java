package bizops.transform.markov;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamesTest {

    @Test
    void aNameHasOneNumberHoweverManyThereAre() {
        Names names = new Names();
        for (int i = 0; i < 5_000; i++) {
            assertThat(names.of("name " + i)).isEqualTo(i);
        }
        for (int i = 0; i < 5_000; i++) {
            assertThat(names.of("{name " + i + "}", 1, ("{name " + i).length())).isEqualTo(i);
            assertThat(names.name(i)).isEqualTo("name " + i);
        }
    }

    @Test
    void namesOfTheSameHashAreApart() {
        Names names = new Names();

        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(names.of("Aa")).isZero();
        assertThat(names.of("BB")).isEqualTo(1);
        assertThat(names.of("Aab", 0, 2)).isZero();
        assertThat(names.of("")).isEqualTo(2);
    }
}
