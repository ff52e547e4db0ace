package bizops.dist.licence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which libraries may be handed on. */
final class LicencesTest {
    private final Licences licences = new Licences(List.of("# permissive", "MIT", "", "Apache-2.0 "));

    @Test
    void aChoiceOfLicencesIsAllowedByOneOfThem() throws Exception {
        assertThat(licences.refused(components("{'license':{'id':'GPL-3.0-only'}},{'license':{'id':'MIT'}}")))
                .isEmpty();
        assertThat(licences.refused(components("{'license':{'name':'Apache-2.0'}}")))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotOnTheListOrSaysNothing() throws Exception {
        List<Component> copyleft = components("{'license':{'id':'AGPL-3.0-only'}}");

        assertThat(licences.refused(copyleft)).containsExactlyElementsOf(copyleft);
        assertThat(licences.refused(components(""))).hasSize(1);
        assertThat(licences.refused(components("{'license':{'name':'# permissive'}}")))
                .hasSize(1);
        assertThat(licences.refused(components("{'license':{'name':''}}"))).hasSize(1);
    }

    private static List<Component> components(String licences) throws IOException {
        String bill =
                "{'components':[{'group':'org.example','name':'lib','version':'1','licenses':[" + licences + "]}]}";
        return Component.all(new ObjectMapper().readTree(bill.replace('\'', '"')))
                .toList();
    }
}
