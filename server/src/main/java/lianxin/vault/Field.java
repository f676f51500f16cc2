package lianxin.vault;

/** A column whose values are sealed. Its name is part of every seal: what is moved to another column does not open. */
public record Field(String table, String column, Shape shape) {

    /** Table and column, as keys and hashes know it. */
    String name() {
        return table + "." + column;
    }
}
