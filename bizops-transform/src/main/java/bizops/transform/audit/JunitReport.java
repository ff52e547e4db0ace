package bizops.transform.audit;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Findings as the file of JUnit's form that CI servers show: a case for each test, by model. Stateless. */
public final class JunitReport {
    private JunitReport() {}

    /** Writes the file and makes its folder; a warning is a test that went well and says so. */
    public static void write(Path file, List<Finding> findings) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            try (Writer text = Files.newBufferedWriter(file)) {
                XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
                xml.writeStartDocument("UTF-8", "1.0");
                xml.writeStartElement("testsuite");
                xml.writeAttribute("name", "bizops-transform");
                xml.writeAttribute("tests", Integer.toString(findings.size()));
                xml.writeAttribute(
                        "failures",
                        Long.toString(findings.stream()
                                .filter(finding -> finding.isBroken() && finding.isError())
                                .count()));
                for (Finding finding : findings) {
                    test(xml, finding);
                }
                xml.writeEndElement();
                xml.writeEndDocument();
                xml.close();
            }
        } catch (IOException | XMLStreamException failed) {
            throw new ConfigException("--junit " + file + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private static void test(XMLStreamWriter xml, Finding finding) throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", finding.model());
        xml.writeAttribute("name", finding.test());
        if (finding.isBroken() && finding.isError()) {
            xml.writeStartElement("failure");
            xml.writeAttribute("message", plain(finding.line()));
            xml.writeCharacters(plain(finding.query()));
            xml.writeEndElement();
        } else if (finding.isBroken()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters("warning: " + plain(finding.line()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Keys come from raw tables, and may hold what XML has no way to write. */
    private static String plain(String text) {
        return text.codePoints()
                .map(one -> isWritable(one) ? one : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isWritable(int one) {
        return one == '\t'
                || one == '\n'
                || (one >= ' ' && one < Character.MIN_SURROGATE)
                || (one > Character.MAX_SURROGATE && one < 0xFFFE)
                || one > 0xFFFF;
    }
}
