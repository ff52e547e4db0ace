package bizops.report.markdown;

import bizops.report.source.Place;
import bizops.report.yaml.Mistakes;
import bizops.singer.error.Suggestion;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;

/** Notes fenced blocks that are meant to be of a kind, but are not read as such. */
final class FenceCheck extends AbstractVisitor {
    private final Place file;
    private final String kind;
    private final Mistakes mistakes;

    FenceCheck(Place file, String kind, Mistakes mistakes) {
        this.file = file;
        this.kind = kind;
        this.mistakes = mistakes;
    }

    /** One that is not may go on to the end of the next. */
    static boolean isClosed(FencedCodeBlock block) {
        String fence = block.getFenceCharacter().repeat(3);
        return block.getClosingFenceLength() != null
                && block.getLiteral().lines().noneMatch(line -> line.startsWith(fence));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        String info = block.getInfo().strip();
        String word = info.split("\\s", 2)[0];
        Place place = new Place(file.file(), Markdown.line(block));
        if (!info.equals(kind)) {
            if (Suggestion.nearest(word, List.of(kind)).isPresent()) {
                mistakes.add(place, "a block of \"" + info + "\" is shown as written, did you mean \"" + kind + "\"?");
            }
        } else if (!(block.getParent() instanceof Document)) {
            mistakes.add(place, "a " + kind + " must not stand within a list or quotation");
        } else if (!isClosed(block)) {
            mistakes.add(
                    place,
                    "the " + kind + " is not closed by "
                            + block.getFenceCharacter().repeat(3));
        }
    }
}
