package bizops.report.reading;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.source.SiteFiles;
import org.junit.jupiter.api.Test;

final class ProgramSiteTest {
    @Test
    void readsTheProgramsOwnFilesWithoutAMistake() {
        SiteFiles site = SiteReader.read(null);

        assertThat(site.pages()).isNotEmpty();
        assertThat(site.measures()).isNotEmpty();
    }
}
