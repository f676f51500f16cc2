package lianxin.vault;

import java.util.List;
import java.util.UUID;

/** A column of sealed values, as the room that keeps it shows it to the vault for sealing anew. */
public interface Cells {

    Field field();

    /** At most {@code limit} values sealed with one of the keys, locked until the transaction ends; rows others hold are left out. */
    List<Old> sealedWith(List<Integer> keys, int limit);

    /** Puts the new seals in the place of the old ones. */
    void replace(List<Cell> cells);

    /** How many values are sealed with the key. */
    long under(int key);

    /** A value as it lies there. */
    record Old(UUID row, byte[] sealed) {}
}
