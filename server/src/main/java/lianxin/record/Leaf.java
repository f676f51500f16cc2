package lianxin.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One line of the record. Who did it is an account’s identity; whom it is about are tokens that mean nothing without {@code record.subject}.
 *
 * @param id made where it happened; in the order of time
 * @param what the word of the news, or the {@link Purpose} of a read
 * @param lo with {@code hi}, the ground: of whoever did it, or the one of which he took everybody
 * @param whole whether it concerns everybody on the ground; then there are no tokens
 * @param subjects how many it concerns
 * @param tokens 32 bytes each, in the order of their bytes
 */
record Leaf(
        UUID id,
        Kind kind,
        String what,
        UUID by,
        Instant at,
        long lo,
        long hi,
        boolean whole,
        long subjects,
        byte[] tokens) {

    enum Kind {
        CHANGE,
        READ;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * What is hashed into the tree: one line of JSON, its members in this order, nothing optional, ASCII only. Every leaf ever written must come
     * out the same for ever; another shape gets another {@code v}.
     */
    byte[] bytes() {
        var line = new StringBuilder(192)
                .append("{\"v\":1,\"id\":\"")
                .append(id)
                .append("\",\"kind\":\"")
                .append(kind.word())
                .append("\",\"what\":\"")
                .append(what)
                .append("\",\"by\":\"")
                .append(by)
                .append("\",\"at\":\"")
                .append(at)
                .append("\",\"lo\":")
                .append(lo)
                .append(",\"hi\":")
                .append(hi)
                .append(",\"whole\":")
                .append(whole)
                .append(",\"n\":")
                .append(subjects)
                .append(",\"subjects\":[");
        for (var at = 0; at < tokens.length; at += Subjects.TOKEN) {
            line.append(at == 0 ? "\"" : ",\"")
                    .append(HexFormat.of().formatHex(tokens, at, at + Subjects.TOKEN))
                    .append('"');
        }
        return line.append("]}").toString().getBytes(StandardCharsets.US_ASCII);
    }
}
