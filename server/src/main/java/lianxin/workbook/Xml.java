package lianxin.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import lianxin.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads one XML part of a workbook, event by event. Whatever is wrong with it becomes a refusal. */
final class Xml implements AutoCloseable {

    private static final int DEEPEST = 64;
    private static final int MOST_ATTRIBUTES = 64;

    /** The parser remembers every name it meets; a workbook needs a few hundred. */
    private static final int MOST_NAMES = 2_000;

    private final InputStream bytes;
    private final XMLStreamReader events;
    private final Meter meter;
    private final String part;
    private final Set<String> names = new HashSet<>();
    private Supplier<String> where;
    private int depth;

    Xml(InputStream packed, Meter meter, String part) {
        this.where = () -> part;
        this.bytes = meter.over(packed, () -> where.get());
        this.meter = meter;
        this.part = part;
        // One factory a part: a shared one would keep the names of a hostile file for ever.
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            events = factory.createXMLStreamReader(bytes);
        } catch (XMLStreamException | RuntimeException broken) {
            closeQuietly();
            throw broken instanceof Refusal refused ? refused : damaged();
        }
    }

    /** Goes on to the next start or end of an element, or to text; false at the end of the part. */
    boolean next() {
        try {
            return advance();
        } catch (Refusal refused) {
            throw refused;
        } catch (XMLStreamException | RuntimeException broken) {
            // The parser reports broken input in many ways, some of them unchecked; to the sender they are one.
            throw damaged();
        }
    }

    private boolean advance() throws XMLStreamException {
        while (events.hasNext()) {
            meter.nextEvent();
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    enter();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return true;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    return true;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw WorkbookRefusal.FORBIDDEN_XML.because(part);
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> named(events.getPITarget());
                default -> {}
            }
        }
        return false;
    }

    /** Says which cell is being read, for a refusal. */
    void locatedBy(Supplier<String> where) {
        this.where = where;
    }

    boolean starts() {
        return events.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    boolean starts(String name) {
        return starts() && name.equals(events.getLocalName());
    }

    boolean ends(String name) {
        return events.getEventType() == XMLStreamConstants.END_ELEMENT && name.equals(events.getLocalName());
    }

    /** Name of the element that starts or ends here, without its prefix. */
    String name() {
        return events.getLocalName();
    }

    /** An attribute by its name without prefix, or null. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < events.getAttributeCount(); i++) {
            if (name.equals(events.getAttributeLocalName(i))) {
                return events.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Adds the text of the element that starts here, up to its end. */
    void textInto(StringBuilder text, int most) {
        int here = depth;
        while (next()) {
            if (events.getEventType() == XMLStreamConstants.END_ELEMENT) {
                if (depth < here) {
                    return;
                }
            } else if (!starts()) {
                append(text);
                if (text.length() > most) {
                    throw WorkbookRefusal.CELL_TOO_LONG.because(where.get(), most);
                }
            }
        }
        throw damaged();
    }

    /** The parser reads a text only when it is asked for it, so this can fail as {@link #next} can. */
    private void append(StringBuilder text) {
        try {
            text.append(events.getTextCharacters(), events.getTextStart(), events.getTextLength());
        } catch (Refusal refused) {
            throw refused;
        } catch (RuntimeException broken) {
            throw damaged();
        }
    }

    /** Passes over the element that starts here, with all it contains. */
    void skip() {
        int here = depth;
        while (depth >= here) {
            if (!next()) {
                throw damaged();
            }
        }
    }

    Refusal damaged() {
        return WorkbookRefusal.DAMAGED.because(part);
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (XMLStreamException e) {
            // Nothing was written, so nothing is lost.
        }
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            bytes.close();
        } catch (IOException e) {
            // As above.
        }
    }

    private void enter() {
        depth++;
        if (depth > DEEPEST
                || events.getAttributeCount() > MOST_ATTRIBUTES
                || events.getNamespaceCount() > MOST_ATTRIBUTES) {
            throw damaged();
        }
        named(events.getLocalName());
        named(events.getPrefix());
        for (int i = 0; i < events.getAttributeCount(); i++) {
            named(events.getAttributeLocalName(i));
        }
        for (int i = 0; i < events.getNamespaceCount(); i++) {
            named(events.getNamespacePrefix(i));
        }
    }

    private void named(@Nullable String name) {
        if (name != null && names.add(name) && names.size() > MOST_NAMES) {
            throw damaged();
        }
    }

    static boolean isTrue(@Nullable String said) {
        return said != null && (said.equals("1") || said.equals("true") || said.equals("on"));
    }

    /** A whole number not below zero, or {@code otherwise} when it is anything else. */
    static int number(@Nullable String said, int otherwise) {
        if (said == null || said.isEmpty() || said.length() > 9) {
            return otherwise;
        }
        int number = 0;
        for (int i = 0; i < said.length(); i++) {
            int digit = said.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
