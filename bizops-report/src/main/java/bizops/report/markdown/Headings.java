package bizops.report.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;

/** Puts headings below those that a text stands under. */
final class Headings extends AbstractVisitor {
    private static final int LOWEST = 6;

    private final int highest;

    /** @param highest level that the text's first heading may have */
    Headings(int highest) {
        this.highest = highest;
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(LOWEST, Math.max(highest, heading.getLevel())));
    }
}
