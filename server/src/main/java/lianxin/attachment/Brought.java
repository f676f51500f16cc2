package lianxin.attachment;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The file of a form, in memory and without a name: what it was called at home is nobody’s business here. */
record Brought(String field, long size, byte[] bytes) implements Part {

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public @Nullable String getContentType() {
        return null;
    }

    @Override
    public String getName() {
        return field;
    }

    @Override
    public String getSubmittedFileName() {
        return "file";
    }

    @Override
    public long getSize() {
        return size;
    }

    @Override
    public void write(String path) {
        throw new UnsupportedOperationException("never a file on disk");
    }

    @Override
    public void delete() {
        // forgotten with the request
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION)
                ? "form-data; name=\"" + field.replaceAll("[^\\w-]", "") + "\"; filename=\"file\""
                : null;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        var value = getHeader(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.of(HttpHeaders.CONTENT_DISPOSITION);
    }
}
