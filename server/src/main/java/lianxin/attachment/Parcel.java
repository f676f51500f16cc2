package lianxin.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/** A form with one file, in memory. Fields stand before the file; what comes after it is not read, and what is too large is not either. */
final class Parcel extends HttpServletRequestWrapper {

    private static final int MOST_FIELDS = 10;
    private static final int FIELD_BYTES = 8 << 10;
    private static final int FRAME_BYTES = 64 << 10;

    private final Map<String, String[]> fields = new LinkedHashMap<>();
    private final long declared;
    private final boolean room;
    private @Nullable Part file;

    private Parcel(HttpServletRequest request, boolean room) {
        super(request);
        this.room = room;
        this.declared = request.getContentLengthLong();
    }

    static Parcel unread(HttpServletRequest request) {
        return new Parcel(request, false);
    }

    /** Reads it; where there is no {@code room}, its fields only. */
    static Parcel read(HttpServletRequest request, boolean room) {
        var parcel = new Parcel(request, room);
        try {
            var items = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parcel.file == null && parcel.fields.size() <= MOST_FIELDS && items.hasNext()) {
                parcel.take(items.next());
            }
        } catch (IOException e) {
            return parcel; // no form, or it broke off: without our token, or without its file, it goes no further
        }
        return parcel;
    }

    private void take(FileItemStream item) throws IOException {
        var name = item.getFieldName();
        if (item.isFormField()) {
            try (var in = item.openStream()) {
                fields.put(name, new String[] {new String(in.readNBytes(FIELD_BYTES), StandardCharsets.UTF_8)});
            }
        } else if (declared > Given.MOST_BYTES + FRAME_BYTES) {
            file = new Brought(name, declared, new byte[0]);
        } else if (!room) {
            file = new Brought(name, Given.NO_ROOM, new byte[0]);
        } else {
            try (var in = item.openStream()) {
                var bytes = in.readNBytes(Given.MOST_BYTES + 1);
                file = new Brought(name, bytes.length, bytes);
            }
        }
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = fields.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(fields.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return fields.get(name);
    }

    @Override
    public Collection<Part> getParts() {
        return file == null ? List.of() : List.of(file);
    }

    @Override
    public @Nullable Part getPart(String name) {
        return file != null && file.getName().equals(name) ? file : null;
    }
}
