package lianxin.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A SHA-256 hash in the tree. A leaf and an inner node can never be taken for each other (RFC 6962, 2.1). */
public final class Hash {

    /** Bytes of one hash. */
    public static final int SIZE = 32;

    /** The root of a tree without leaves. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of these 32 bytes; refused when they are fewer or more. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new Broken("not-a-hash", bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash written in Base64. */
    public static Hash parse(String base64) {
        try {
            return of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new Broken("not-a-hash", base64.length());
        }
    }

    /** The hash of a leaf. */
    public static Hash leaf(byte[] content) {
        var digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(content));
    }

    /** The hash over two neighbours. */
    public static Hash node(Hash left, Hash right) {
        var digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Base64, as checkpoints and proofs write it. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
