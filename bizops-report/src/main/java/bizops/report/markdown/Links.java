package bizops.report.markdown;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;

/** Where links may lead: to the web, to files beside the page, to places within it. What else is refused leads nowhere. */
final class Links implements UrlSanitizer {
    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*):.*", Pattern.DOTALL);

    @Override
    public String sanitizeLinkUrl(String url) {
        return isAllowed(url) ? url : "";
    }

    /** Images are refused: a page loads nothing. */
    @Override
    public String sanitizeImageUrl(String url) {
        return "";
    }

    static boolean isAllowed(String url) {
        String shown = url.strip();
        if (shown.codePoints().anyMatch(Character::isISOControl) || shown.startsWith("//") || shown.contains("\\")) {
            return false;
        }
        Matcher scheme = SCHEME.matcher(shown);
        if (!scheme.matches()) {
            return true;
        }
        String name = scheme.group(1).toLowerCase(Locale.ROOT);
        return name.equals("http") || name.equals("https");
    }
}
