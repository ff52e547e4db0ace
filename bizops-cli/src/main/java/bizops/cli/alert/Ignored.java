package bizops.cli.alert;

import java.util.List;
import java.util.regex.Pattern;

/** Findings that nobody wants to hear of. Immutable. */
final class Ignored {
    private final List<Pattern> patterns;

    /** @param globs over keys, with * and ? */
    Ignored(List<String> globs) {
        this.patterns = globs.stream().map(Ignored::pattern).toList();
    }

    boolean fits(Finding finding) {
        return patterns.stream().anyMatch(one -> one.matcher(finding.key()).matches());
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
