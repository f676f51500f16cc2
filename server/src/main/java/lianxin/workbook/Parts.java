package lianxin.workbook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import lianxin.platform.Refusal;

/** The parts of a workbook, which is a zip file. Nothing is ever unpacked onto the disk under a name of the file's choosing. */
final class Parts implements AutoCloseable {

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    static Parts open(Path file) throws IOException {
        ZipTail.check(file);
        Parts parts;
        try {
            parts = new Parts(new ZipFile(file.toFile()));
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw String.valueOf(broken.getMessage()).contains("encrypted")
                    ? WorkbookRefusal.ENCRYPTED.because()
                    : WorkbookRefusal.DAMAGED.because("zip");
        }
        try {
            for (var entry : Collections.list(parts.zip.entries())) {
                parts.add(entry);
            }
            return parts;
        } catch (Refusal refused) {
            parts.close();
            throw refused;
        }
    }

    private void add(ZipEntry entry) {
        var name = entry.getName().replace('\\', '/');
        if (name.startsWith("/")
                || name.contains("../")
                || name.endsWith("..")
                || name.indexOf(':') >= 0
                || name.indexOf('\0') >= 0) {
            throw WorkbookRefusal.UNSAFE_NAMES.because();
        }
        // Two parts of one name are read differently by different programs: what was checked would not be what is
        // opened.
        if (entries.put(name.toLowerCase(Locale.ROOT), entry) != null) {
            throw WorkbookRefusal.DAMAGED.because(name);
        }
    }

    boolean has(String name) {
        return entries.containsKey(name.toLowerCase(Locale.ROOT));
    }

    boolean anyEndsWith(String ending) {
        return entries.keySet().stream().anyMatch(name -> name.endsWith(ending));
    }

    /** What the part says it unpacks to; good enough for a progress bar, for nothing else. */
    long size(String name) {
        var entry = entries.get(name.toLowerCase(Locale.ROOT));
        return entry == null ? 0 : Math.max(0, entry.getSize());
    }

    Xml read(String name, Meter meter) {
        var entry = entries.get(name.toLowerCase(Locale.ROOT));
        if (entry == null) {
            throw WorkbookRefusal.DAMAGED.because(name);
        }
        try {
            return new Xml(opened(entry), meter, name);
        } catch (IOException | RuntimeException broken) {
            throw broken instanceof Refusal refused ? refused : WorkbookRefusal.DAMAGED.because(name);
        }
    }

    private InputStream opened(ZipEntry entry) throws IOException {
        var bytes = zip.getInputStream(entry);
        if (bytes == null) {
            throw new ZipException("no bytes");
        }
        return bytes;
    }

    /** Where a relation written in {@code from} leads: {@code worksheets/sheet1.xml} in {@code xl/workbook.xml} is {@code xl/worksheets/sheet1.xml}. */
    static String resolve(String from, String target) {
        List<String> path = new ArrayList<>();
        if (!target.startsWith("/")) {
            path.addAll(List.of(from.split("/", -1)));
            path.removeLast();
        }
        for (var step : target.replace('\\', '/').split("/", -1)) {
            switch (step) {
                case "", "." -> {}
                case ".." -> {
                    if (path.isEmpty()) {
                        throw WorkbookRefusal.UNSAFE_NAMES.because();
                    }
                    path.removeLast();
                }
                default -> path.add(step);
            }
        }
        return String.join("/", path);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
