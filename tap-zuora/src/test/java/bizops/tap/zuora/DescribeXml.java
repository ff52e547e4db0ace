package bizops.tap.zuora;

/** Replies of describe for scripted tenants. */
final class DescribeXml {
    static final String ACCOUNT = """
            <object><name>Account</name><fields>
              <field><name>Id</name><type>text</type><contexts><context>export</context></contexts></field>
              <field><name>Name</name><type>text</type><contexts><context>export</context></contexts></field>
              <field><name>Balance</name><type>decimal</type><contexts><context>export</context></contexts></field>
              <field><name>LastInvoiceDate</name><type>date</type><contexts><context>export</context></contexts></field>
              <field><name>UpdatedDate</name><type>datetime</type><contexts><context>export</context></contexts></field>
            </fields><related-objects>
              <object><name>BillToContact</name></object>
            </related-objects></object>
            """;

    private DescribeXml() {}
}
