package lianxin.access;

import static lianxin.access.Right.*;

import java.util.EnumSet;
import java.util.Set;

/** The posts people sign in as. */
public enum Role {
    /** Programme office of a city or county (驻村办). */
    OFFICE(EnumSet.allOf(Right.class)),
    /** Township (乡镇): keeps its own roster true, repairs what a day changes, prints cards. */
    TOWNSHIP(EnumSet.of(
            OVERVIEW_READ,
            REGION_READ,
            REGISTRY_READ,
            HOUSEHOLDS_READ,
            REGISTRY_WRITE,
            PAIRING_READ,
            PAIRING_REPAIR,
            CARD_PRINT)),
    /** Dispatching unit's liaison (派出单位): its own cadres and whom they look after. */
    UNIT(EnumSet.of(OVERVIEW_READ, REGION_READ, REGISTRY_READ, PAIRING_READ)),
    /** Contact cadre (联户干部): his own households. */
    CADRE(EnumSet.of(PAIRING_READ));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = rights;
    }

    Set<Right> rights() {
        return rights;
    }
}
