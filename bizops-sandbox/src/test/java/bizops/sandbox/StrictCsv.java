package bizops.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV by RFC 4180, character by character; written for the tests so that it shares nothing with the writer. */
final class StrictCsv {
    private final String text;
    private int at;

    private StrictCsv(String text) {
        this.text = text;
    }

    static List<List<String>> parse(String text) {
        StrictCsv csv = new StrictCsv(text);
        List<List<String>> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            rows.add(csv.row());
        }
        return rows;
    }

    private List<String> row() {
        List<String> cells = new ArrayList<>();
        cells.add(cell());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            cells.add(cell());
        }
        if (at < text.length() && text.charAt(at) != '\n') {
            throw new IllegalStateException("no end of line at " + at);
        }
        at++;
        return cells;
    }

    private String cell() {
        StringBuilder cell = new StringBuilder();
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            while (text.charAt(at) != '"' || (at + 1 < text.length() && text.charAt(at + 1) == '"')) {
                at += text.charAt(at) == '"' ? 1 : 0;
                cell.append(text.charAt(at++));
            }
            at++;
        } else {
            while (at < text.length() && ",\n\"".indexOf(text.charAt(at)) < 0) {
                cell.append(text.charAt(at++));
            }
        }
        return cell.toString();
    }
}
