package bizops.report.drive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Figures and the rows that they lead to: what the rows make, added up once more, must be the figure. Links are gathered
 * page by page, and followed in the end, all into one page at once. Owned by one thread.
 */
final class RowsComparison {
    /** So many links of a measure are followed from a page under a setting. */
    private static final int LINKS = 3;

    private final Browser browser;
    private final Random random;
    private final Map<String, List<Link>> links = new TreeMap<>();
    private final Set<String> apart;

    /** A figure that is a link; {@code fragment} is the address behind the # of the page with the rows. */
    private record Link(String from, String measure, String unit, String figure, String fragment) {}

    /** @param apart measures, and cubes of rows, that are not compared */
    RowsComparison(Browser browser, Set<String> apart, long seed) {
        this.browser = browser;
        this.apart = apart;
        this.random = new Random(seed);
    }

    /** Gathers links of the page that is open. */
    void gather(String page, Setting setting) {
        Map<String, List<Link>> found = new LinkedHashMap<>();
        Map<Link, String> pages = new LinkedHashMap<>();
        if (browser.run("""
                return [...document.querySelectorAll("a.behind")].map((link) => [
                  link.closest("section").id,
                  link.closest("[data-measure]").dataset.measure,
                  data.measures[link.closest("[data-measure]").dataset.measure].unit,
                  link.textContent,
                  ...link.getAttribute("href").split(".html#"),
                ]);
                """) instanceof List<?> all) {
            for (Object one : all) {
                List<String> parts =
                        ((List<?>) one).stream().map(String::valueOf).toList();
                Link link = new Link(
                        page + "#" + parts.get(0) + "&" + setting.fragment(),
                        parts.get(1),
                        parts.get(2),
                        parts.get(3),
                        parts.get(5));
                found.computeIfAbsent(parts.get(1), measure -> new ArrayList<>())
                        .add(link);
                pages.put(link, parts.get(4));
            }
        }
        found.forEach((measure, some) -> {
            Collections.shuffle(some, random);
            some.stream()
                    .limit(LINKS)
                    .forEach(link -> links.computeIfAbsent(String.valueOf(pages.get(link)), to -> new ArrayList<>())
                            .add(link));
        });
    }

    /** Follows all links; what differs is told, one text each. */
    List<String> differences(URI directory) {
        List<String> differences = new ArrayList<>();
        links.forEach((page, some) -> {
            SitePage list = new SitePage(browser, directory.resolve(page + ".html"));
            list.open("");
            List<List<String>> asked = some.stream()
                    .map(link -> List.of(link.fragment(), link.measure(), link.unit(), link.figure()))
                    .toList();
            if (browser.run(script("rows-make.js") + script("rows-follow.js"), asked, List.copyOf(apart))
                    instanceof List<?> found) {
                for (int i = 0; i < found.size(); i++) {
                    if (found.get(i) != null) {
                        Link link = some.get(i);
                        differences.add(link.measure() + " is " + link.figure() + " at " + link.from() + ", but "
                                + found.get(i) + " at " + page + ".html#" + link.fragment());
                    }
                }
            }
        });
        return differences;
    }

    private static String script(String name) {
        try (InputStream in = RowsComparison.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
