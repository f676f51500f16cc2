package lianxin.attachment;

import static lianxin.attachment.Specimens.bytes;
import static lianxin.attachment.Specimens.chunk;
import static lianxin.attachment.Specimens.deflated;
import static lianxin.attachment.Specimens.joined;
import static lianxin.attachment.Specimens.jpeg;
import static lianxin.attachment.Specimens.letter;
import static lianxin.attachment.Specimens.png;
import static lianxin.attachment.Specimens.segment;
import static lianxin.attachment.Specimens.with;
import static lianxin.attachment.Specimens.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files nobody should send, and with what each is refused. */
public record HostileFiles(String what, String code, byte[] file) {

    private static final int PNG_HEAD = 8;

    /** All of them. */
    public static List<HostileFiles> all() {
        return Stream.of(strangers(), pictures(), actions(), letters())
                .flatMap(List::stream)
                .toList();
    }

    private static HostileFiles of(String what, String code, byte[] bytes) {
        return new HostileFiles(what, "attachment-" + code, bytes);
    }

    private static HostileFiles stranger(String what, byte[] bytes) {
        return of(what, "kind", bytes);
    }

    private static List<HostileFiles> strangers() {
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>";
        return List.of(
                of("nothing", "empty", new byte[0]),
                stranger("one byte", new byte[1]),
                stranger("HTML called a photo", bytes("<!doctype html><script>alert(document.cookie)</script>")),
                stranger("SVG with a script", bytes(svg)),
                stranger("SVG behind an XML declaration", bytes("<?xml version=\"1.0\"?>" + svg)),
                stranger(
                        "XML that reads a file",
                        bytes("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>")),
                stranger(
                        "a billion laughs", bytes("<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>")),
                stranger("a zip", zip("a.txt")),
                stranger("a zip that climbs", zip("../../../etc/cron.d/x")),
                stranger("Word", zip("[Content_Types].xml", "word/document.xml")),
                stranger("Excel with macros", zip("[Content_Types].xml", "xl/vbaProject.bin")),
                stranger("a program in a jar", zip("META-INF/MANIFEST.MF")),
                stranger("old Office", joined(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, new byte[600])),
                stranger("a Windows program", joined(bytes("MZ"), new byte[600])),
                stranger("a Linux program", joined(bytes("\u007fELF"), new byte[600])),
                stranger("a shell script", bytes("#!/bin/sh\nrm -rf /\n")),
                stranger("PHP", bytes("<?php system($_GET['c']);")),
                stranger("GIF that is JavaScript", bytes("GIF89a/*...*/=1;alert(1)")),
                stranger("WebP", bytes("RIFF\u0010\0\0\0WEBPVP8 ")),
                stranger("HEIC", bytes("\0\0\0\u0018ftypheic")),
                stranger("BMP", joined(bytes("BM"), new byte[60])),
                stranger("TIFF", joined(bytes("II*\0"), new byte[60])),
                stranger("PostScript", bytes("%!PS-Adobe-3.0\n(/etc/passwd) run")),
                stranger("RTF", bytes("{\\rtf1\\object\\objdata 0105}")),
                stranger("MP4", bytes("\0\0\0\u0018ftypmp42")),
                stranger("a PDF behind HTML", joined(bytes("<script>alert(1)</script>"), letter(_ -> {}))),
                of("one byte too many", "too-large", Arrays.copyOf(jpeg(), (10 << 20) + 1)));
    }

    private static List<HostileFiles> pictures() {
        var jpeg = jpeg();
        var png = png();
        var line = deflated(new byte[65]);
        var scan = scan(jpeg);
        return List.of(
                of("half a JPEG", "broken", Arrays.copyOf(jpeg, jpeg.length / 2)),
                of("the first bytes of a JPEG", "broken", Arrays.copyOf(jpeg, 3)),
                of("a JPEG that says nothing", "broken", new byte[] {-1, (byte) 0xd8, -1, (byte) 0xd9}),
                of("a segment of no length", "broken", with(jpeg, new byte[] {-1, (byte) 0xe1, 0, 0})),
                of(
                        "a segment behind the end",
                        "broken",
                        joined(Arrays.copyOf(jpeg, 2), segment(0xe1, new byte[9]), new byte[] {-1, (byte) 0xe1, -1, -1
                        })),
                of("JPEG, 60,000 by 60,000", "pixels", sized(jpeg, 60_000, 60_000)),
                of("JPEG of no height", "broken", sized(jpeg, 64, 0)),
                of("a JPEG of a thousand scans", "broken", scans(jpeg, scan, 1_000)),
                of("a JPEG with two heads", "broken", with(jpeg, head(jpeg))),
                of("PNG, 50,000 by 50,000", "pixels", png(50_000, 50_000, 8, 2, chunk("IDAT", line))),
                of(
                        "PNG, two thousand million by as many",
                        "pixels",
                        png(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 0, chunk("IDAT", line))),
                of("PNG of no width", "broken", png(0, 10, 8, 2, chunk("IDAT", line))),
                of("PNG of negative width", "broken", png(-1, 10, 8, 2, chunk("IDAT", line))),
                of("PNG in a depth that is none", "broken", png(10, 10, 7, 2, chunk("IDAT", line))),
                of("PNG without a palette", "broken", png(10, 10, 8, 3, chunk("IDAT", line))),
                of("PNG without a picture", "broken", png(10, 10, 8, 2)),
                of(
                        "PNG whose picture is not packed",
                        "broken",
                        png(10, 10, 8, 2, chunk("IDAT", bytes("<script>alert(1)</script>")))),
                of("half a PNG", "broken", Arrays.copyOf(png, png.length / 2)),
                of("a PNG’s first bytes", "broken", Arrays.copyOf(png, PNG_HEAD)),
                of("PNG with a wrong sum", "broken", changed(png, PNG_HEAD + 12)),
                of("PNG with a chunk of negative length", "broken", changed(png, PNG_HEAD)));
    }

    private static List<HostileFiles> actions() {
        return List.of(
                active("JavaScript when it opens", pdf -> root(pdf).setItem("OpenAction", action("JavaScript"))),
                active("JavaScript under another name", pdf -> {
                    var action = action("JavaScript");
                    action.removeItem(COSName.S);
                    action.setString("JS", "app.alert(1)");
                    root(pdf).setItem("OpenAction", action);
                }),
                active("JavaScript among its names", pdf -> {
                    var names = new COSDictionary();
                    names.setItem("JavaScript", new COSDictionary());
                    root(pdf).setItem("Names", names);
                }),
                active("JavaScript far below", pdf -> {
                    var deep = (COSDictionary) root(pdf);
                    for (var i = 0; i < 500; i++) {
                        var below = new COSDictionary();
                        deep.setItem("Deep", below);
                        deep = below;
                    }
                    deep.setItem("A", action("JavaScript"));
                }),
                active("a program to start", pdf -> annotation(pdf, "Link").setItem("A", action("Launch"))),
                active("a form that sends", pdf -> annotation(pdf, "Widget").setItem("A", action("SubmitForm"))),
                active(
                        "data fetched into a form",
                        pdf -> annotation(pdf, "Link").setItem("A", action("ImportData"))),
                active("another file to go to", pdf -> annotation(pdf, "Link").setItem("A", action("GoToR"))),
                active("a file within to go to", pdf -> annotation(pdf, "Link").setItem("A", action("GoToE"))),
                active("a film to play", pdf -> annotation(pdf, "Screen")),
                active("Flash", pdf -> annotation(pdf, "RichMedia")),
                active("a thing in space", pdf -> annotation(pdf, "3D")),
                active("a file pinned to a page", pdf -> annotation(pdf, "FileAttachment")),
                active("a file carried along", pdf -> {
                    var names = new COSDictionary();
                    names.setItem("EmbeddedFiles", new COSDictionary());
                    root(pdf).setItem("Names", names);
                }),
                active("a page that acts when one comes to it", pdf -> {
                    var acts = new COSDictionary();
                    acts.setItem("O", action("URI"));
                    pdf.getPage(0).getCOSObject().setItem("AA", acts);
                }),
                active("a form in XML", pdf -> {
                    var form = new COSDictionary();
                    form.setItem("XFA", new COSString("<xdp/>"));
                    root(pdf).setItem("AcroForm", form);
                }),
                active("a folder of files", pdf -> root(pdf).setItem("Collection", new COSDictionary())),
                active("a page whose text is in another file", pdf -> {
                    var stream = stream(pdf, new byte[] {' '});
                    stream.setString("F", "\\\\198.51.100.1\\share\\x");
                    pdf.getPage(0).getCOSObject().setItem("Contents", stream);
                }));
    }

    private static List<HostileFiles> letters() {
        var letter = letter(_ -> {});
        return List.of(
                of("a password", "locked", locked("secret")),
                of("a lock without a password", "locked", locked("")),
                of("the first line of a PDF", "broken", bytes("%PDF-1.7\n")),
                of("half a PDF", "broken", Arrays.copyOf(letter, letter.length / 2)),
                of(
                        "a PDF whose end is HTML",
                        "broken",
                        joined(bytes("%PDF-1.7\n"), bytes("<script>alert(1)</script>\n%%EOF"))),
                of("no pages", "broken", letter(pdf -> pdf.removePage(0))),
                of(
                        "too many pages",
                        "pages",
                        letter(pdf -> IntStream.range(0, 50).forEach(_ -> pdf.addPage(new PDPage())))),
                of(
                        "ten thousand arrays in each other",
                        "broken",
                        raw("1 0 obj\n" + "[".repeat(100_000) + "\nendobj\n")),
                of(
                        "a thousand pages that are one",
                        "broken",
                        raw("1 0 obj\n<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 0>>\nendobj\n")),
                of("objects that unpack without end", "broken", packed("/FlateDecode", deflated(new byte[64 << 20]))),
                of(
                        "objects packed twice",
                        "broken",
                        packed("[/FlateDecode/FlateDecode]", deflated(deflated(new byte[64 << 20])))),
                of("objects packed as nobody does", "broken", packed("/LZWDecode", new byte[4_000])),
                of(
                        "objects packed as a fax",
                        "broken",
                        packed("/CCITTFaxDecode/DecodeParms<</Columns 65000/Rows 65000>>", new byte[10])),
                of("millions of objects in one", "broken", packed("/FlateDecode/N 9000000", deflated(new byte[100]))));
    }

    private static HostileFiles active(String what, Specimens.Change change) {
        return of(what, "active", letter(change));
    }

    private static COSDictionary root(PDDocument pdf) {
        return pdf.getDocumentCatalog().getCOSObject();
    }

    private static COSDictionary action(String kind) {
        var action = new COSDictionary();
        action.setName("S", kind);
        action.setString("JS", "app.alert(1)");
        if (!kind.equals("JavaScript")) {
            action.removeItem(COSName.getPDFName("JS"));
        }
        return action;
    }

    private static COSDictionary annotation(PDDocument pdf, String kind) {
        var annotation = new COSDictionary();
        annotation.setName("Type", "Annot");
        annotation.setName("Subtype", kind);
        var all = new COSArray();
        all.add(annotation);
        pdf.getPage(0).getCOSObject().setItem("Annots", all);
        return annotation;
    }

    private static COSStream stream(PDDocument pdf, byte[] says) throws IOException {
        var stream = pdf.getDocument().createCOSStream();
        try (var out = stream.createRawOutputStream()) {
            out.write(says);
        }
        return stream;
    }

    private static byte[] locked(String password) {
        return letter(pdf -> pdf.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));
    }

    /** A PDF of which one object is ours, with a table of where it is. */
    private static byte[] raw(String object) {
        var head = "%PDF-1.7\n";
        var table = head.length() + object.length();
        return bytes(head + object + "xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n".formatted(head.length())
                + "trailer\n<</Size 2/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
    }

    /** A PDF whose objects all lie in one stream, packed so. */
    private static byte[] packed(String filter, byte[] packed) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes("%PDF-1.7\n"));
        var objects = out.size();
        out.writeBytes(bytes(
                "2 0 obj\n<</Type/ObjStm/N 1/First 4/Length " + packed.length + "/Filter" + filter + ">>\nstream\n"));
        out.writeBytes(packed);
        out.writeBytes(bytes("\nendstream\nendobj\n"));
        var table = out.size();
        var where = ByteBuffer.allocate(4 * 7);
        entry(where, 0, 0, 0);
        entry(where, 2, 2, 0);
        entry(where, 1, objects, 0);
        entry(where, 1, table, 0);
        out.writeBytes(bytes("3 0 obj\n<</Type/XRef/Size 4/W[1 4 2]/Root 1 0 R/Length 28>>\nstream\n"));
        out.writeBytes(where.array());
        out.writeBytes(bytes("\nendstream\nendobj\nstartxref\n" + table + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static void entry(ByteBuffer where, int kind, int value, int further) {
        where.put((byte) kind).putInt(value).putShort((short) further);
    }

    private static byte[] changed(byte[] whole, int at) {
        var changed = whole.clone();
        changed[at] ^= (byte) 0x80;
        return changed;
    }

    private static int frame(byte[] jpeg) {
        for (var at = 2; at < jpeg.length - 1; at++) {
            if (jpeg[at] == -1 && (jpeg[at + 1] & 0xff) == 0xc0) {
                return at;
            }
        }
        throw new IllegalStateException("no frame");
    }

    private static byte[] head(byte[] jpeg) {
        var at = frame(jpeg);
        return Arrays.copyOfRange(jpeg, at, at + 19);
    }

    private static byte[] sized(byte[] jpeg, int width, int height) {
        var sized = jpeg.clone();
        ByteBuffer.wrap(sized).putShort(frame(jpeg) + 5, (short) height).putShort(frame(jpeg) + 7, (short) width);
        return sized;
    }

    private static byte[] scan(byte[] jpeg) {
        for (var at = 2; at < jpeg.length - 1; at++) {
            if (jpeg[at] == -1 && (jpeg[at + 1] & 0xff) == 0xda) {
                return Arrays.copyOfRange(jpeg, at, jpeg.length - 2);
            }
        }
        throw new IllegalStateException("no scan");
    }

    private static byte[] scans(byte[] jpeg, byte[] scan, int many) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        IntStream.range(0, many).forEach(_ -> out.writeBytes(scan));
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }
}
