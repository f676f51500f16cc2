package lianxin.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a PDF and unpacks nothing unseen. Only streams that hold objects, or say where objects are, are unpacked when one is read; how much is in them is found out
 * before, as far as it goes, so that a small file cannot fill our memory. What a page shows stays packed.
 */
final class WaryParser extends PDFParser {

    /** All streams of objects together, unpacked. A thousand pages of text have a tenth of it. */
    private static final int MOST_UNPACKED = 16 << 20;

    /** In one stream; programs that write PDFs put a few hundred into one. */
    private static final int MOST_OBJECTS = 20_000;

    private static final COSName XREF = COSName.getPDFName("XRef");
    private static final COSName OBJ_STM = COSName.getPDFName("ObjStm");

    private int unpacked;

    WaryParser(byte[] pdf) throws IOException {
        super(new RandomAccessReadBuffer(pdf));
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        var stream = super.parseCOSStream(dictionary);
        var type = dictionary.getCOSName(COSName.TYPE);
        if (dictionary.containsKey(COSName.FIRST)
                || dictionary.containsKey(COSName.W)
                || XREF.equals(type)
                || OBJ_STM.equals(type)) {
            measure(stream);
        }
        return stream;
    }

    private void measure(COSStream stream) throws IOException {
        if (locked(stream) || locked(document.getTrailer())) {
            throw AttachmentRefusal.LOCKED.because();
        }
        if (stream.getInt(COSName.N, 0) > MOST_OBJECTS) {
            throw AttachmentRefusal.BROKEN.because();
        }
        var filters = stream.getFilters();
        if (filters == null) {
            add(stream.getLength());
        } else if (COSName.FLATE_DECODE.equals(filters)) {
            inflate(stream);
        } else {
            throw AttachmentRefusal.BROKEN.because(); // no program packs objects otherwise, or twice
        }
    }

    private static boolean locked(@Nullable COSDictionary trailer) {
        return trailer != null && trailer.containsKey(COSName.ENCRYPT);
    }

    private void inflate(COSStream stream) throws IOException {
        var inflater = new Inflater();
        var room = new byte[1 << 16];
        try (var raw = stream.createRawInputStream()) {
            inflater.setInput(raw.readAllBytes());
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                add(inflater.inflate(room));
            }
        } catch (DataFormatException e) {
            throw new EOFException("not packed as it says");
        } finally {
            inflater.end();
        }
    }

    private void add(long bytes) {
        unpacked += (int) bytes;
        if (unpacked > MOST_UNPACKED) {
            throw AttachmentRefusal.BROKEN.because();
        }
    }
}
