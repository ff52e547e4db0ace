package bizops.tap.zuora.discover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DescribeReaderTest {
    private static final String ACCOUNT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <object href="https://rest.zuora.com/v1/describe/Account">
              <related-objects>
                <object href="https://rest.zuora.com/v1/describe/Contact"><label>Bill To</label><name>BillToContact</name>
                  <field><name>Stray</name><type>text</type><contexts><context>export</context></contexts></field></object>
                <object href="https://rest.zuora.com/v1/describe/Account"><name>Account</name></object>
                <object href="https://rest.zuora.com/v1/describe/X"><name>SubscriptionStatusHistory</name></object>
                <object href="https://rest.zuora.com/v1/describe/Parent"><name>Parent</name></object>
              </related-objects>
              <fields>
                <field><contexts><context>soap</context><context>export</context></contexts><type>text</type>
                  <name>Id</name><maxlength/><required>True</required></field>
                <field><name>Status</name><type>Picklist</type><options><option>Draft</option><name>Not me</name></options>
                  <contexts><context>export</context></contexts><selectable>true</selectable></field>
                <field><name>Hidden</name><type>text</type><selectable>false</selectable>
                  <contexts><context>export</context></contexts></field>
                <field><name>SoapOnly</name><type>text</type><contexts><context>soap</context></contexts></field>
                <field><name>NoContexts</name><type>text</type></field>
                <field><name>ParentId</name><type>text</type><contexts><context>export</context></contexts></field>
                <field><name>Odd</name><type>quaternion</type><contexts><context>export</context></contexts></field>
              </fields>
              <name>Account</name><label>Account &amp; more</label>
            </object>
            """;

    @Test
    void whatCanBeExportedIsFoundInWhateverOrderTheChildrenCome() throws IOException {
        ObjectDescription account = new Exportable().of(DescribeReader.object(xml(ACCOUNT)));

        assertThat(account.name()).isEqualTo("Account");
        assertThat(account.fields())
                .extracting(FieldDescription::queryName)
                .containsExactly("Id", "Status", "ParentId", "Odd", "BillToContact.Id");
    }

    @Test
    void aRelationIsNoColumnIfItIsTheObjectItselfOrFailsJobsOrAnOwnFieldHasItsIdAlready() throws IOException {
        ObjectDescription account = new Exportable().of(DescribeReader.object(xml(ACCOUNT)));

        assertThat(account.fields())
                .extracting(FieldDescription::name)
                .contains("BillToContactId", "ParentId")
                .doesNotContain("AccountId", "SubscriptionStatusHistoryId")
                .doesNotHaveDuplicates();
    }

    @Test
    void anObjectWithoutRelationsIsReadToo() throws IOException {
        String alone = "<object><name>Contact</name><fields><field><name>Id</name><type>text</type>"
                + "<contexts><context>export</context></contexts></field></fields></object>";

        assertThat(new Exportable().of(DescribeReader.object(xml(alone))).fields())
                .hasSize(1);
    }

    @Test
    void aListHasTheNamesOfItsObjects() throws IOException {
        String list = "<objects><object href='x'><name>Account</name><label>A</label></object><more/>"
                + "<object href='y'><label>B</label><name>Contact</name></object></objects>";

        assertThat(DescribeReader.list(xml(list))).containsExactly("Account", "Contact");
    }

    @Test
    void aReplyThatIsCutIsAFailureOfTheTransport() {
        String cut = ACCOUNT.substring(0, ACCOUNT.length() - 40);

        assertThatThrownBy(() -> DescribeReader.object(xml(cut))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> DescribeReader.list(xml("<html><body>502"))).isInstanceOf(IOException.class);
    }

    @Test
    void entitiesFromElsewhereAreNotFetched() {
        String attack = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<object><name>&e;</name></object>";

        assertThatThrownBy(() -> DescribeReader.object(xml(attack))).isInstanceOf(IOException.class);
    }

    private static InputStream xml(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
