package lianxin.deeds;

import java.util.Optional;
import lianxin.access.Caller;

/** Who promises: a body or a post, never a person by name. It follows from the post somebody acts in, so nobody promises for another. */
public enum Promiser {
    VILLAGE,
    FIRST_SECRETARY,
    TOWNSHIP,
    UNIT,
    OFFICE;

    static Optional<Promiser> of(Caller caller) {
        return Optional.ofNullable(
                switch (caller.role()) {
                    case VILLAGE_COMMITTEE -> VILLAGE;
                    case FIRST_SECRETARY -> FIRST_SECRETARY;
                    case TOWNSHIP -> TOWNSHIP;
                    case UNIT -> caller.unit() == null ? null : UNIT;
                    case OFFICE -> OFFICE;
                    case CADRE, HANDLER, SUPERVISOR, AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> null;
                });
    }
}
