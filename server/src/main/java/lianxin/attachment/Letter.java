package lianxin.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianxin.platform.Refusal;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF written anew from what its pages need: refused when anything in it would act by itself or carries a further file, freed of what it says of its author. What its
 * pages show is not touched.
 */
final class Letter {

    /** Objects one can come to; a scanned letter has ten a page. */
    private static final int MOST_OBJECTS = 200_000;

    /** Keys below which something acts, is carried along, or is fetched from elsewhere (ISO 32000-1, 7.11, 12.6, 12.7, 13). */
    private static final Set<COSName> ACT = names(
            "JS",
            "JavaScript",
            "AA",
            "XFA",
            "EmbeddedFiles",
            "EF",
            "AF",
            "RichMediaContent",
            "RichMediaSettings",
            "Movie",
            "Rendition",
            "Sound",
            "3DD",
            "Collection");

    /** Kinds of actions and annotations that do more than lead to another page or, after a click, to an address. */
    private static final Set<COSName> KINDS = names(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "GoToR",
            "GoToE",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute",
            "GoTo3DView",
            "FileAttachment",
            "RichMedia",
            "Screen",
            "3D",
            "EmbeddedFile",
            "Filespec");

    /** What it says of its author, of programs and of times. */
    private static final Set<COSName> SAYS = names("Metadata", "PieceInfo", "LastModified", "Info");

    private static final COSName OPEN_ACTION = COSName.getPDFName("OpenAction");

    private Letter() {}

    static byte[] anew(byte[] given, Bounds bounds) throws IOException {
        try (var pdf = new WaryParser(given).parse(false)) {
            if (pdf.isEncrypted()) {
                throw AttachmentRefusal.LOCKED.because();
            }
            walk(pdf);
            var pages = pdf.getNumberOfPages();
            if (pages < 1) {
                throw AttachmentRefusal.BROKEN.because();
            }
            if (pages > bounds.pages()) {
                throw AttachmentRefusal.PAGES.because(bounds.pages());
            }
            pdf.setDocumentInformation(new PDDocumentInformation());
            var fresh = new ByteArrayOutputStream(given.length);
            pdf.save(fresh, CompressParameters.NO_COMPRESSION);
            return fresh.toByteArray();
        } catch (InvalidPasswordException e) {
            throw AttachmentRefusal.LOCKED.because();
        }
    }

    /** Comes to every object the pages may come to, each once; without calling itself, since files nest as deep as they like. */
    private static void walk(PDDocument pdf) throws IOException {
        var seen = Collections.<COSBase>newSetFromMap(new IdentityHashMap<>());
        var next = new ArrayDeque<COSBase>();
        next.add(pdf.getDocument().getTrailer());
        while (!next.isEmpty()) {
            var met = next.removeLast();
            var one = met instanceof COSObject reference ? reference.getObject() : met;
            if (one == null || !seen.add(one)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                throw AttachmentRefusal.BROKEN.because();
            }
            if (one instanceof COSDictionary dictionary) {
                look(dictionary);
                next.addAll(dictionary.getValues());
            } else if (one instanceof COSArray array) {
                array.forEach(next::add);
            }
        }
    }

    private static void look(COSDictionary one) throws IOException {
        SAYS.forEach(one::removeItem);
        if (one.getDictionaryObject(OPEN_ACTION) instanceof COSArray) {
            one.removeItem(OPEN_ACTION); // only at which page it opens
        }
        if (one.keySet().stream().anyMatch(ACT::contains)
                || one.containsKey(OPEN_ACTION)
                || Stream.of(COSName.S, COSName.SUBTYPE, COSName.TYPE)
                        .anyMatch(key -> one.getCOSName(key) instanceof COSName kind && KINDS.contains(kind))) {
            throw active();
        }
        if (one instanceof COSStream stream) {
            if (stream.containsKey(COSName.F)) {
                throw active(); // its bytes are in another file
            }
            if (COSName.DCT_DECODE.equals(stream.getFilters())) {
                undress(stream);
            }
        }
    }

    /** A photo on a page says no more than one by itself. */
    private static void undress(COSStream photo) throws IOException {
        byte[] jpeg;
        try (var raw = photo.createRawInputStream()) {
            jpeg = raw.readAllBytes();
        }
        try (var fresh = photo.createRawOutputStream()) {
            fresh.write(Jpeg.bare(jpeg));
        }
    }

    private static Refusal active() {
        return AttachmentRefusal.ACTIVE.because();
    }

    private static Set<COSName> names(String... names) {
        return Stream.of(names).map(COSName::getPDFName).collect(Collectors.toUnmodifiableSet());
    }
}
