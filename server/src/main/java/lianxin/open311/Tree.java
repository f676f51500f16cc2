package lianxin.open311;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * An answer in both shapes GeoReport knows: a list of things with named values. In XML the list and each thing have a name; in JSON they are an array of
 * objects.
 *
 * @param list name of the whole, {@code service_requests}
 * @param item name of each, {@code request}
 */
record Tree(String list, String item, List<Map<String, @Nullable Object>> items) {

    /** What control characters XML 1.0 cannot bear is left out. */
    private static final String NOT_XML = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    static Tree one(String list, String item, Map<String, @Nullable Object> only) {
        return new Tree(list, item, List.of(only));
    }

    /** Names and values, in their order; what is null is written as an empty element and as null. */
    static Map<String, @Nullable Object> of(@Nullable Object... pairs) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }

    /** The whole as an XML document. */
    String xml() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(list);
            for (var one : items) {
                element(xml, item, one);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** A list’s name in the plural gives its things theirs. */
    private static void element(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        xml.writeStartElement(name);
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> {
                for (var entry : map.entrySet()) {
                    element(xml, String.valueOf(entry.getKey()), entry.getValue());
                }
            }
            case List<?> all -> {
                for (var one : all) {
                    element(xml, name.replaceAll("s$", ""), one);
                }
            }
            default -> xml.writeCharacters(String.valueOf(value).replaceAll(NOT_XML, ""));
        }
        xml.writeEndElement();
    }
}
