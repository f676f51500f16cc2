package lianxin.vault;

import java.util.UUID;

/**
 * A sealed value with what belongs beside it in its row.
 *
 * @param row identity of the row it is bound to
 * @param key number of the key it is sealed with
 * @param exact what the whole value is found by
 * @param ending what its last four characters are found by, within a place
 */
public record Cell(UUID row, byte[] sealed, int key, byte[] exact, byte[] ending) {}
