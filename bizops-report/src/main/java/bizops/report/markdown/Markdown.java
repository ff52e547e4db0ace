package bizops.report.markdown;

import bizops.report.source.Place;
import bizops.report.yaml.Mistakes;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes HTML of Markdown with tables. Raw HTML in it is shown as written; nothing is loaded from elsewhere. */
public final class Markdown {
    private static final int BELOW_A_PAGE = 2;
    private static final int BELOW_A_TILE = 3;
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new Links())
            .build();

    private Markdown() {}

    /**
     * A short text, such as a note.
     *
     * @param place of its first line
     * @param pages names that links may lead to
     */
    public static String html(String text, Place place, Pages pages, Mistakes mistakes) {
        Node document = parse(text, place);
        document.accept(new LinkCheck(place, pages, mistakes));
        document.accept(new Headings(BELOW_A_TILE));
        return RENDERER.render(document);
    }

    /**
     * A longer text, parted at its fenced blocks of a kind.
     *
     * @param place of its first line
     * @param kind the word behind the opening fence
     */
    public static List<Part> parts(String text, Place place, String kind, Pages pages, Mistakes mistakes) {
        Node document = parse(text, place);
        document.accept(new LinkCheck(place, pages, mistakes));
        document.accept(new Headings(BELOW_A_PAGE));
        document.accept(new FenceCheck(place, kind, mistakes));
        List<Part> parts = new ArrayList<>();
        Document words = new Document();
        Node node = document.getFirstChild();
        while (node != null) {
            Node following = node.getNext();
            if (node instanceof FencedCodeBlock block && block.getInfo().strip().equals(kind)) {
                addText(words, parts);
                words = new Document();
                if (FenceCheck.isClosed(block)) {
                    parts.add(new Part.Fence(block.getLiteral(), new Place(place.file(), line(block) + 1)));
                }
            } else {
                words.appendChild(node);
            }
            node = following;
        }
        addText(words, parts);
        return parts;
    }

    private static void addText(Document words, List<Part> parts) {
        if (words.getFirstChild() != null) {
            parts.add(new Part.Text(RENDERER.render(words)));
        }
    }

    /** Blank lines in front make every line that the parser tells that of the file. */
    private static Node parse(String text, Place place) {
        return PARSER.parse("\n".repeat(place.line() - 1) + text);
    }

    /** From 1. */
    static int line(Node node) {
        Node known = node;
        while (known.getSourceSpans().isEmpty() && known.getParent() != null) {
            known = known.getParent();
        }
        return known.getSourceSpans().isEmpty()
                ? 1
                : known.getSourceSpans().get(0).getLineIndex() + 1;
    }
}
