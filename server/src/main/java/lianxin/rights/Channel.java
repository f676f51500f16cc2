package lianxin.rights;

/** How it came to us: people who use no computer ask as well. */
public enum Channel {
    VISIT,
    VILLAGE,
    PHONE,
    LETTER
}
