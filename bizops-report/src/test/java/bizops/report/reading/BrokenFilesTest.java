package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.files.SourceFile;
import bizops.singer.error.ConfigException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Whatever a file holds, the site is read or each mistake has a line of a file. */
final class BrokenFilesTest {
    private static final List<String> PIECES = List.of(
            "",
            "\n",
            "\n\n",
            " ",
            ":",
            ": ",
            "- ",
            "-",
            "'",
            "\"",
            "{",
            "}",
            "[",
            "]",
            "---\n",
            "```\n",
            "```tile\n",
            "#",
            "&a ",
            "*a",
            "!!map",
            "? ",
            "|\n",
            ">\n",
            "%",
            "@",
            "\t",
            "\0",
            "/*",
            "*/",
            ",",
            "null",
            "[x](y:z)",
            "<b>",
            "é",
            "😀",
            "𝔘");

    private final Map<String, SourceFile> files = ExampleSite.files();

    @Property(tries = 1000)
    void aPieceInPlaceOfOthersIsReadOrToldByLine(
            @ForAll @From("files") String file,
            @ForAll @DoubleRange(min = 0, max = 1) double where,
            @ForAll @From("lengths") int length,
            @ForAll @From("pieces") String piece) {
        Map<String, SourceFile> changed = new TreeMap<>(files);
        String text = Objects.requireNonNull(files.get(file)).text();
        int start = (int) (where * text.length());
        int end = Math.min(text.length(), start + length);
        changed.put(file, new SourceFile(file, true, text.substring(0, start) + piece + text.substring(end)));

        for (String mistake : mistakes(changed)) {
            assertThat(mistake).matches("[a-z_./]+:[0-9]+: [^\\n]+");
            String[] parts = mistake.split(":", 3);
            SourceFile told = Objects.requireNonNull(changed.get(parts[0]));
            assertThat(Long.parseLong(parts[1]))
                    .as(mistake)
                    .isBetween(1L, told.text().lines().count() + 1);
        }
    }

    private static List<String> mistakes(Map<String, SourceFile> files) {
        try {
            SiteReader.read(files, null);
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems();
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(
                "site.yml",
                "measures/cost.yml",
                "cubes/facts.sql",
                "cubes/people.sql",
                "pages/index.md",
                "pages/campaigns.md",
                "targets.csv",
                "theme.css");
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.of(0, 1, 2, 5, 20, 100);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }
}
