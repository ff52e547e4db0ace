package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Flags and settings that every tap has. */
class TapFlagsTest {
    private final TestStream a = new TestStream("a", sync -> sync.write(row(1, null)));
    private final TestStream b = new TestStream("b", sync -> sync.write(row(1, null)));

    @ParameterizedTest
    @ValueSource(strings = {"--properties", "-p", "--catalog"})
    void theCatalogHasAnOlderName(String flag, @TempDir Path folder) throws Exception {
        Path catalog = Files.writeString(folder.resolve("c.json"), "{\"streams\":[{\"stream\":\"b\"}]}");
        TapRun run = new TapRun(a, b).with(flag, catalog.toString());

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(run.messages()).contains("SCHEMA b").doesNotContain("SCHEMA a");
    }

    @Test
    void theVersionIsTheSecondWord() {
        TapRun run = new TapRun(a).with("--version");

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).matches("tap-test v\\S+, bizops-singer-core v\\S+, Java .*\n");
    }

    @Test
    void aStateIsWrittenByTheClockToo() {
        TapRun run = new TapRun(new TestStream("s", sync -> {
                            sync.write(row(1, "2024-01-01T00:00:00Z"));
                            Thread.sleep(1_100);
                            sync.write(row(2, "2024-01-02T00:00:00Z"));
                        })
                        .incremental(RowOrder.SORTED))
                .set("state_every_seconds", "1");
        run.run();

        assertThat(run.states()).hasSize(2);
        assertThat(run.states().get(0)).contains("\"currently_syncing\":\"s\"", "2024-01-02T00:00:00Z");
    }

    @Test
    void aSchemaIsSentOnceHoweverManyStatesThereAre() {
        TapRun run = new TapRun(new TestStream("s", sync -> {
                    for (int i = 0; i < 5; i++) {
                        sync.write(row(i, null));
                    }
                }))
                .set("state_every_records", "1");
        run.run();

        assertThat(run.messages().stream().filter("SCHEMA s"::equals)).hasSize(1);
    }

    @Test
    void outputThatCannotBeWrittenIsAnErrorWithItsReason() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "not tried: no /dev/full");
        Shell run = Shell.run(Shell.java("bizops.singer.tap.EndlessTap") + " > /dev/full", Map.of());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.stderr().lines().filter(line -> !line.contains("METRIC")))
                .singleElement()
                .asString()
                .startsWith("CRITICAL tap-endless: standard output cannot be written: ")
                .contains("run again");
    }
}
