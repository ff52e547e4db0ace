package bizops.target;

import bizops.postgres.SharedPostgres;
import bizops.singer.cli.Launcher;
import bizops.singer.testkit.junit.TargetConformance;
import bizops.singer.testkit.run.InProcess;
import bizops.singer.testkit.target.TargetCheck;
import bizops.singer.testkit.target.TargetOptions;
import bizops.singer.testkit.verdict.Check;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target keeps the rules of the protocol, its tables looked into; signals are for the tests of the whole program. */
final class SingerRulesTest implements TargetConformance {
    private final Loading loading = new Loading(SharedPostgres.freshDatabase());

    @Override
    public Check check() throws IOException {
        InProcess target =
                new InProcess((terminal, arguments) -> Launcher.run(Main.program(), terminal, arguments), Map.of());
        return TargetCheck.of(target, new TargetOptions(List.of(loading.config()), Optional.of(this::rows)));
    }

    private List<String> rows(String stream) {
        String table = stream.toLowerCase(Locale.ROOT);
        List<List<@Nullable String>> rows = loading.rows("SELECT to_jsonb(t) FROM public.\"" + table + "\" t");
        return rows.stream().map(row -> String.valueOf(row.get(0))).toList();
    }
}
