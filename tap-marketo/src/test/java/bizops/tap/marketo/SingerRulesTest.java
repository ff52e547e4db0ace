package bizops.tap.marketo;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.singer.config.SettingsSchema;
import bizops.singer.tap.TapProgram;
import bizops.singer.testkit.junit.TapConformance;
import bizops.singer.testkit.run.InProcess;
import bizops.singer.testkit.tap.TapCheck;
import bizops.singer.testkit.tap.TapOptions;
import bizops.singer.testkit.verdict.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The tap keeps the rules of the protocol; pipes and signals are for the tests of the whole program. */
final class SingerRulesTest implements TapConformance {
    private static @Nullable Sandbox sandbox;

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.008));
    }

    @AfterAll
    static void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    @Override
    public Check check() throws IOException {
        Sandbox company = Objects.requireNonNull(sandbox);
        Path config = folder.resolve("config.json");
        TapRun run = TapRun.against(
                company.url(), company.marketo().clientId(), company.marketo().clientSecret());
        TapRun.JSON.writeValue(
                config.toFile(), run.set("start_date", "2026-06-01").settings());
        TapProgram tap = new TapProgram(
                "tap-marketo", "", SettingsSchema.load(Main.class, "settings.schema.json"), MarketoTap::new);
        return TapCheck.of(new InProcess(tap::run, Map.of()), TapOptions.config(config));
    }
}
