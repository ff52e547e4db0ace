package bizops.report.markdown;

import bizops.report.source.Place;
import bizops.report.yaml.Mistakes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;

/** Notes links that lead nowhere or where none may lead. */
final class LinkCheck extends AbstractVisitor {
    private static final Pattern PAGE = Pattern.compile("(?:\\./)?([^/?#:]+)\\.html(?:#.*)?", Pattern.DOTALL);

    private final Place file;
    private final Pages pages;
    private final Mistakes mistakes;

    LinkCheck(Place file, Pages pages, Mistakes mistakes) {
        this.file = file;
        this.pages = pages;
        this.mistakes = mistakes;
    }

    @Override
    public void visit(Link link) {
        Place place = new Place(file.file(), Markdown.line(link));
        Matcher page = PAGE.matcher(link.getDestination());
        if (!Links.isAllowed(link.getDestination())) {
            mistakes.add(
                    place,
                    "a link may lead to http:, https:, a file beside the page or #, not to \"" + link.getDestination()
                            + "\"");
        } else if (page.matches()) {
            checkPage(link, place, page.group(1));
        }
        visitChildren(link);
    }

    /** A text of the program's says the same without a link to a page that the user hides. */
    private void checkPage(Link link, Place place, String page) {
        if (!pages.names().contains(page)) {
            mistakes.unknown(place, "link: ", "page", page, pages.names());
        } else if (pages.hidden().contains(page) && place.isBuiltIn()) {
            while (link.getFirstChild() != null) {
                link.insertBefore(link.getFirstChild());
            }
            link.unlink();
        } else if (pages.hidden().contains(page)) {
            mistakes.add(place, "link: page \"" + page + "\" is hidden by site.yml");
        }
    }

    @Override
    public void visit(Image image) {
        Place place = new Place(file.file(), Markdown.line(image));
        mistakes.add(place, "an image cannot be shown, for a page loads nothing; link to it instead");
    }
}
