package lianxin.vault;

/** The key of keys. It stays where it is; it wraps, unwraps and derives. */
interface MasterKey {

    /** {@code secret} under this key, bound to what it is for. */
    byte[] wrap(byte[] secret, String purpose);

    /** The secret again; {@link Locked} when this is not the key or it was wrapped for something else. */
    byte[] unwrap(byte[] wrapped, String purpose);

    /** A key of 32 bytes that depends on this key and on the label, and tells nothing of either. */
    byte[] derive(String label);
}
