package bizops.sandbox.zuora.rest;

import bizops.sandbox.http.Body;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.zuora.data.Field;
import bizops.sandbox.zuora.data.FieldType;
import bizops.sandbox.zuora.data.ObjectType;
import bizops.sandbox.zuora.data.Relationship;
import bizops.sandbox.zuora.data.Schema;
import bizops.sandbox.zuora.zoql.FieldAccess;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code /v1/describe} and {@code /v1/describe/X}, in XML. */
final class DescribeEndpoint {
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private final Schema schema;
    private final FieldAccess access;

    DescribeEndpoint(Schema schema, FieldAccess access) {
        this.schema = schema;
        this.access = access;
    }

    private interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    Reply list(Call call) {
        return reply(xml -> {
            xml.writeStartElement("objects");
            for (ObjectType type : schema.objects()) {
                if (access.sees(type)) {
                    xml.writeStartElement("object");
                    xml.writeAttribute("href", call.base() + "/v1/describe/" + type.name());
                    element(xml, "name", type.name());
                    element(xml, "label", type.label());
                    xml.writeEndElement();
                }
            }
            xml.writeEndElement();
        });
    }

    Reply describe(Call call, String name, DescribeShape shape) {
        ObjectType type =
                schema.object(name).filter(access::sees).orElseThrow(() -> ApiException.notFound("object " + name));
        return reply(xml -> {
            xml.writeStartElement("object");
            xml.writeAttribute("href", call.base() + "/v1/describe/" + type.name());
            element(xml, "name", type.name());
            element(xml, "label", type.label());
            if (shape.relatedFirst() && shape.related()) {
                related(xml, call, type);
            }
            xml.writeStartElement("fields");
            for (Field field : type.fields().values()) {
                if (access.sees(type, field)) {
                    field(xml, field, shape);
                }
            }
            xml.writeEndElement();
            if (!shape.relatedFirst() && shape.related()) {
                related(xml, call, type);
            }
            xml.writeEndElement();
        });
    }

    private static void field(XMLStreamWriter xml, Field field, DescribeShape shape) throws XMLStreamException {
        boolean set = !field.name().equals("Id") && !field.name().matches("(Created|Updated)(Date|ById)");
        boolean unbounded = field.length() == 0 || field.type() == FieldType.LONGTEXT;
        xml.writeStartElement("field");
        element(xml, "name", field.name());
        element(xml, "label", field.name().equals("Id") ? "ID" : field.label());
        element(xml, "selectable", "true");
        element(xml, "createable", String.valueOf(set));
        element(xml, "updateable", String.valueOf(set));
        element(xml, "filterable", String.valueOf(field.type() != FieldType.LONGTEXT));
        element(xml, "custom", String.valueOf(field.custom()));
        element(xml, "maxlength", unbounded ? "" : String.valueOf(field.length()));
        element(xml, "required", field.name().equals("Id") ? "True" : "false");
        element(xml, "type", shape.strangeType(field) ? "geolocation" : typeName(field));
        if (!field.values().isEmpty()) {
            xml.writeStartElement("options");
            for (String value : field.values()) {
                element(xml, "option", value);
            }
            xml.writeEndElement();
        }
        if (shape.contexts()) {
            xml.writeStartElement("contexts");
            element(xml, "context", "soap");
            if (field.exported()) {
                element(xml, "context", "export");
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** Long texts are texts to describe, without a length. */
    private static String typeName(Field field) {
        return field.type() == FieldType.LONGTEXT ? "text" : field.type().apiName();
    }

    private static void related(XMLStreamWriter xml, Call call, ObjectType type) throws XMLStreamException {
        xml.writeStartElement("related-objects");
        for (Relationship relationship : type.relationships().values()) {
            xml.writeStartElement("object");
            xml.writeAttribute("href", call.base() + "/v1/describe/" + relationship.object());
            element(xml, "name", relationship.name());
            element(xml, "label", relationship.label());
            element(xml, "cardinality", "TO_ONE");
            element(xml, "direct-relationship", "true");
            element(xml, "path", type.name() + "." + relationship.name());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static Reply reply(Writing writing) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            writing.to(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return Reply.of("application/xml;charset=UTF-8", Body.of(text.toString()));
    }
}
