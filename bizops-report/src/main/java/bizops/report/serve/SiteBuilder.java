package bizops.report.serve;

import java.nio.file.Path;

/** Makes the pages of a site. Used by one thread at a time. */
@FunctionalInterface
public interface SiteBuilder {
    /**
     * Writes all pages into a directory, or none.
     *
     * @param script what each page is to run besides its own, and may ask its server for
     * @throws bizops.singer.error.BizopsException for what the user can mend
     * @throws Exception for anything else, which is shown as a defect
     */
    void build(Path directory, String script) throws Exception;
}
