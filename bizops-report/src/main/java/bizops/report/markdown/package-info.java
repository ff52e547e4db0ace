/** Markdown to HTML that is safe to put into a page. */
@NullMarked
package bizops.report.markdown;

import org.jspecify.annotations.NullMarked;
