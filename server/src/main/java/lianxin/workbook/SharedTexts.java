package lianxin.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a workbook: a cell holds only a number, the text stands in one long list. Two million names would fill the heap, so the list
 * is read only as far as somebody asks, and kept in a temporary file, 64 texts a page; the heap holds the pages used last and eight bytes
 * a page. The file is readable by its owner alone and nameless as soon as it is open.
 */
final class SharedTexts implements AutoCloseable {

    private static final int PAGE = 64;
    private static final int KEPT_PAGES = 256;

    /** A page of long texts is not kept, so that the kept ones stay below 8 MiB. */
    private static final int LARGEST_KEPT = 1 << 15;

    private final @Nullable Xml xml;
    private final int longest;
    private final StringBuilder text = new StringBuilder();
    private final byte[] @Nullable [] kept = new byte[KEPT_PAGES][];
    private final int[] keptPage = new int[KEPT_PAGES];
    private long[] starts = new long[256];
    private int count;
    private byte[] open = new byte[1 << 12];
    private int openSize;
    private @Nullable FileChannel disk;

    /** {@code xml} is null for a workbook that writes its texts into the cells. */
    SharedTexts(@Nullable Xml xml, int longest) {
        this.xml = xml;
        this.longest = longest;
        Arrays.fill(keptPage, -1);
    }

    /** The text with this number, or null when the list is shorter. */
    @Nullable
    String get(int number) {
        while (number >= count) {
            if (!readOne()) {
                return null;
            }
        }
        try {
            return textIn(page(number / PAGE), number % PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean readOne() {
        while (xml != null && xml.next()) {
            if (xml.starts("si")) {
                add(item(xml));
                return true;
            }
        }
        return false;
    }

    /** A text may come in runs of different colours, and with its pronunciation, which is not part of it. */
    private String item(Xml xml) {
        text.setLength(0);
        while (xml.next()) {
            if (xml.ends("si")) {
                return Texts.unescaped(text);
            } else if (xml.starts("t")) {
                xml.textInto(text, longest);
            } else if (xml.starts("rPh")) {
                xml.skip();
            }
        }
        throw xml.damaged();
    }

    private void add(String item) {
        if (count % PAGE == 0) {
            openPage();
        }
        var bytes = item.getBytes(StandardCharsets.UTF_8);
        if (open.length - openSize < bytes.length + 5) {
            open = Arrays.copyOf(open, Math.max(open.length * 2, openSize + bytes.length + 5));
        }
        int rest = bytes.length;
        for (; rest > 0x7f; rest >>>= 7) {
            open[openSize++] = (byte) ((rest & 0x7f) | 0x80);
        }
        open[openSize++] = (byte) rest;
        System.arraycopy(bytes, 0, open, openSize, bytes.length);
        openSize += bytes.length;
        count++;
    }

    /** Puts the page that is full onto the disk. */
    private void openPage() {
        int page = count / PAGE;
        if (page == 0) {
            return;
        }
        if (page == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[page] = starts[page - 1] + openSize;
        try {
            write(ByteBuffer.wrap(open, 0, openSize), starts[page - 1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        openSize = 0;
    }

    private void write(ByteBuffer page, long at) throws IOException {
        if (disk == null) {
            var file = Files.createTempFile("lianxin-", ".texts");
            disk = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            Files.deleteIfExists(file); // so that even a killed server leaves no names behind
        }
        for (long to = at; page.hasRemaining(); ) {
            to += disk.write(page, to);
        }
    }

    private byte[] page(int page) throws IOException {
        if (page == (count - 1) / PAGE || disk == null) {
            return open;
        }
        int slot = page % KEPT_PAGES;
        var there = kept[slot];
        if (there != null && keptPage[slot] == page) {
            return there;
        }
        var bytes = ByteBuffer.allocate((int) (starts[page + 1] - starts[page]));
        while (bytes.hasRemaining() && disk.read(bytes, starts[page] + bytes.position()) >= 0) {
            // A channel may answer in pieces.
        }
        if (bytes.capacity() <= LARGEST_KEPT) {
            kept[slot] = bytes.array();
            keptPage[slot] = page;
        }
        return bytes.array();
    }

    private static String textIn(byte[] page, int number) {
        int at = 0;
        for (int i = 0; ; i++) {
            int length = 0;
            int shift = 0;
            for (; page[at] < 0; at++, shift += 7) {
                length |= (page[at] & 0x7f) << shift;
            }
            length |= page[at++] << shift;
            if (i == number) {
                return new String(page, at, length, StandardCharsets.UTF_8);
            }
            at += length;
        }
    }

    @Override
    public void close() throws IOException {
        if (xml != null) {
            xml.close();
        }
        if (disk != null) {
            disk.close();
        }
    }
}
