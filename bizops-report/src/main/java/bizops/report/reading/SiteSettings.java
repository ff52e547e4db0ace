package bizops.report.reading;

import bizops.report.files.SourceFile;
import bizops.report.yaml.Mistakes;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import bizops.report.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code site.yml} says. Immutable.
 *
 * @param hidden names of pages that are left out
 */
record SiteSettings(String title, String period, String grain, Set<String> hidden) {
    private static final List<String> PERIODS = List.of("last_12_months", "year_to_date", "all");
    private static final List<String> GRAINS = List.of("month", "quarter", "year");
    private static final String TITLE = "Go-to-market report";

    static SiteSettings read(Optional<SourceFile> file, Set<String> pages, Mistakes mistakes) {
        Optional<YamlObject> object = file.flatMap(one -> YamlText.object(one.line(1), one.text(), mistakes));
        if (object.isEmpty()) {
            return new SiteSettings(TITLE, PERIODS.get(0), GRAINS.get(0), Set.of());
        }
        object.get().only(List.of("title", "period", "grain", "hide"));
        return new SiteSettings(
                object.get().word("title").map(Word::text).orElse(TITLE),
                oneOf(object.get(), "period", PERIODS),
                oneOf(object.get(), "grain", GRAINS),
                hidden(object.get(), pages));
    }

    private static Set<String> hidden(YamlObject object, Set<String> pages) {
        Set<String> hidden = new TreeSet<>();
        for (Word page : object.words("hide")) {
            if (!pages.contains(page.text())) {
                object.unknown("page", page, pages);
            } else if (page.text().equals("index")) {
                object.wrong(page.place(), "\"index\" is the first page and cannot be hidden");
            } else {
                hidden.add(page.text());
            }
        }
        return hidden;
    }

    private static String oneOf(YamlObject object, String key, List<String> known) {
        Optional<Word> word = object.word(key);
        if (word.isPresent() && !known.contains(word.get().text())) {
            object.unknown(key, word.get(), known);
        }
        return word.map(Word::text).orElse(known.get(0));
    }
}
