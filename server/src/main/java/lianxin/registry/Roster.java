package lianxin.registry;

/** A kind of list that offices keep and send. */
public enum Roster {
    UNITS("unit"),
    CADRES("cadre"),
    HOUSEHOLDS("household");

    /** Its table in the schema of this room. */
    final String table;

    Roster(String table) {
        this.table = table;
    }
}
