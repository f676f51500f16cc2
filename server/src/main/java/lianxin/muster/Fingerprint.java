package lianxin.muster;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** SHA-256 of everything that can change an answer: the same input has the same fingerprint, on every machine. */
public final class Fingerprint {

    private Fingerprint() {}

    /** Of what goes into a search. */
    public static String of(Roster roster) {
        try {
            var digest = sha256();
            try (var out = new DataOutputStream(new BufferedOutputStream(
                    new DigestOutputStream(OutputStream.nullOutputStream(), digest), 1 << 16))) {
                rules(roster, out);
                posts(roster, out);
                households(roster, out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of anything. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void rules(Roster roster, DataOutputStream out) throws IOException {
        for (var kind : roster.kinds()) {
            out.writeUTF(kind.toString());
            out.writeLong(roster.policy().weight(kind));
            out.writeLong(roster.policy().change(kind));
            for (var post : roster.posts()) {
                out.writeLong(roster.policy().unskilled(kind, post.skills())
                        + roster.policy().unled(kind, post.leader()));
            }
        }
        for (var village : roster.villages()) {
            id(village.id(), out);
            out.writeInt(village.x());
            out.writeInt(village.y());
        }
        for (var villages : roster.served()) {
            out.writeInt(villages.length);
            for (int v : villages) {
                out.writeInt(v);
            }
        }
    }

    private static void posts(Roster roster, DataOutputStream out) throws IOException {
        for (var post : roster.posts()) {
            id(post.cadre(), out);
            id(post.unit(), out);
            out.writeInt(post.x());
            out.writeInt(post.y());
            out.writeInt(post.low());
            out.writeInt(post.target());
            out.writeInt(post.high());
            out.writeLong(post.overload());
        }
    }

    private static void households(Roster roster, DataOutputStream out) throws IOException {
        var problem = roster.problem();
        for (int h = 0; h < roster.households().size(); h++) {
            id(roster.households().get(h), out);
            out.writeInt(problem.villageOf(h));
            out.writeInt(problem.needClassOf(h));
            out.writeInt(roster.previous()[h]);
            out.writeInt(problem.pinOf(h));
        }
        for (var stranger : roster.strangers()) {
            id(stranger, out);
        }
        for (long pair : roster.excluded()) {
            out.writeLong(pair);
        }
    }

    private static void id(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }
}
