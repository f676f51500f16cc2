package lianxin.privacy;

import static lianxin.access.Role.AUDITOR;
import static lianxin.access.Role.AUDIT_ADMIN;
import static lianxin.access.Role.FIRST_SECRETARY;
import static lianxin.access.Role.OFFICE;
import static lianxin.access.Role.SECURITY_ADMIN;
import static lianxin.access.Role.SUPERVISOR;
import static lianxin.access.Role.SYSTEM_ADMIN;
import static lianxin.access.Role.TOWNSHIP;
import static lianxin.access.Role.UNIT;
import static lianxin.access.Role.VILLAGE_COMMITTEE;

import java.util.EnumSet;
import java.util.Set;
import lianxin.access.Role;
import lianxin.platform.Page;
import lianxin.platform.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * What a column says of somebody: for which purpose, kept how long, how it looks to whoever does not read it, whether a board may bear it, and who reads it.
 * Readers see it of those on their own ground only; that is {@code scope}’s business.
 */
public enum Datum {
    /** Identities and numbers of ours. */
    REFERENCE(Aim.CONTACT, Span.CHAIN, Mask.NONE, Board.NEVER, Readers.HOUSE),
    /** Village and group. */
    PLACE(Aim.CONTACT, Span.FAMILY, Mask.NONE, Board.SHOWN, Readers.HOUSE),
    /** The name of the family’s head: read by those who serve it, not by those who check them. */
    HEAD(Aim.CONTACT, Span.FAMILY, Mask.NAME, Board.MASKED, Readers.SERVING),
    /** How many it is, since when, what became of it. */
    FAMILY(Aim.CONTACT, Span.FAMILY, Mask.NONE, Board.NEVER, Readers.HOUSE),
    /** Why it needs more than others: poverty, age, illness. */
    NEED(
            Aim.HELP,
            Span.FAMILY,
            Mask.HIDDEN,
            Board.NEVER,
            EnumSet.of(OFFICE, TOWNSHIP, VILLAGE_COMMITTEE, FIRST_SECRETARY, Role.CADRE)),
    /** Nobody reads it without a reason that goes into the record. */
    ID_NUMBER(Aim.APPLY, Span.SEALED, Mask.LAST_FOUR, Board.NEVER, EnumSet.noneOf(Role.class)),
    /** As {@link #ID_NUMBER}. */
    PHONE(Aim.REACH, Span.SEALED, Mask.PHONE, Board.NEVER, EnumSet.noneOf(Role.class)),
    /** A column that holds {@link #ID_NUMBER} and {@link #PHONE} under lock, and what they are found by. */
    SEALED(Aim.APPLY, Span.SEALED, Mask.HIDDEN, Board.NEVER, EnumSet.noneOf(Role.class)),
    /** Who its contact is and was. */
    CONTACT(Aim.CONTACT, Span.CHAIN, Mask.NONE, Board.SHOWN, Readers.HOUSE),
    /** What somebody wrote about a family and a cadre: kinship, a grudge. */
    WORDS(
            Aim.CONTACT,
            Span.FAMILY,
            Mask.HIDDEN,
            Board.NEVER,
            EnumSet.of(OFFICE, TOWNSHIP, VILLAGE_COMMITTEE, FIRST_SECRETARY, SUPERVISOR)),
    /** That somebody was at its door, when, and whom he met. */
    VISIT(
            Aim.CONTACT,
            Span.FAMILY,
            Mask.NONE,
            Board.NEVER,
            EnumSet.of(OFFICE, TOWNSHIP, FIRST_SECRETARY, SUPERVISOR, Role.CADRE)),
    /** What was heard there, and what was promised: for those who follow it up, not for those who judge. */
    HEARD(Aim.HELP, Span.FAMILY, Mask.HIDDEN, Board.NEVER, EnumSet.of(OFFICE, TOWNSHIP, FIRST_SECRETARY, Role.CADRE)),
    /** What somebody said he is troubled by, and what he was answered: for those who handle it. */
    CASE(
            Aim.HELP,
            Span.FAMILY,
            Mask.HIDDEN,
            Board.NEVER,
            EnumSet.of(OFFICE, TOWNSHIP, VILLAGE_COMMITTEE, FIRST_SECRETARY, Role.CADRE, Role.HANDLER)),
    /** A photo or a letter beside it, under lock: read by the same. */
    ATTACHMENT(
            Aim.HELP,
            Span.FAMILY,
            Mask.HIDDEN,
            Board.NEVER,
            EnumSet.of(OFFICE, TOWNSHIP, VILLAGE_COMMITTEE, FIRST_SECRETARY, Role.CADRE, Role.HANDLER)),
    /** Whose trouble it is: whoever handles it must know to whom to go. */
    CASE_HEAD(
            Aim.HELP,
            Span.FAMILY,
            Mask.NAME,
            Board.NEVER,
            EnumSet.of(OFFICE, TOWNSHIP, VILLAGE_COMMITTEE, FIRST_SECRETARY, Role.CADRE, Role.HANDLER)),
    /** What was sent to it, and whether it says that it arrived. */
    BENEFIT(Aim.HELP, Span.FAMILY, Mask.HIDDEN, Board.NEVER, EnumSet.of(OFFICE, TOWNSHIP)),
    /** What it answered when its village was asked: counted, and shown to nobody but itself. */
    BALLOT(Aim.HELP, Span.FAMILY, Mask.HIDDEN, Board.NEVER, EnumSet.noneOf(Role.class)),
    /** What opens the page of whoever holds the card. */
    CODE(Aim.CONTACT, Span.FAMILY, Mask.HIDDEN, Board.NEVER, EnumSet.of(OFFICE, TOWNSHIP)),
    /** A cadre’s name, unit and post: on every card. */
    CADRE(Aim.STAFF, Span.STAFF, Mask.NONE, Board.SHOWN, Readers.HOUSE),
    /** The telephone on his desk or card. Given to his families, not posted. */
    WORK_PHONE(Aim.STAFF, Span.STAFF, Mask.PHONE, Board.NEVER, Readers.HOUSE),
    /** What he can, where he comes from, why he is away. */
    CAREER(Aim.STAFF, Span.STAFF, Mask.HIDDEN, Board.NEVER, Readers.HOUSE),
    ACCOUNT(Aim.ACCESS, Span.ACCOUNT, Mask.NONE, Board.NEVER, Readers.ADMINISTRATORS),
    /** As what somebody may act; he himself sees it. */
    MANDATE(Aim.ACCESS, Span.ACCOUNT, Mask.NONE, Board.NEVER, Readers.ADMINISTRATORS),
    /** What proves who one is. On no page. */
    SECRET(Aim.ACCESS, Span.ACCOUNT, Mask.HIDDEN, Board.NEVER, EnumSet.noneOf(Role.class)),
    /** Which account did something, and when. */
    DEED(Aim.RECORD, Span.RECORD, Mask.NONE, Board.NEVER, Readers.HOUSE),
    /** The record of what was done and looked at. */
    RECORD(Aim.RECORD, Span.RECORD, Mask.NONE, Board.NEVER, EnumSet.of(AUDITOR, AUDIT_ADMIN)),
    /** A file brought in, by its name and its counts. */
    PAPER(Aim.CONTACT, Span.PAPER, Mask.NONE, Board.NEVER, EnumSet.of(OFFICE)),
    /** What a family asked about its data, and what it was answered. */
    REQUEST(Aim.RIGHTS, Span.REQUEST, Mask.HIDDEN, Board.NEVER, EnumSet.of(OFFICE, TOWNSHIP)),
    /** Who is at odds, what was said and agreed: for whoever mediates it and the desk that keeps the file, by a wall of the room’s own. */
    MEDIATION(
            Aim.MEDIATION,
            Span.MEDIATION,
            Mask.HIDDEN,
            Board.NEVER,
            EnumSet.of(TOWNSHIP, VILLAGE_COMMITTEE, FIRST_SECRETARY)),
    /** Who is complained of, and what was found: for whoever looks into it, by a wall of the room’s own that keeps out whom it is about, and his unit. */
    COMPLAINT(Aim.COMPLAINT, Span.COMPLAINT, Mask.HIDDEN, Board.NEVER, EnumSet.of(SUPERVISOR));

    /** What may hang on a wall. */
    enum Board {
        SHOWN,
        MASKED,
        NEVER
    }

    private final Aim aim;
    private final Span span;
    private final Mask mask;
    final Board board;
    private final Set<Role> readers;

    Datum(Aim aim, Span span, Mask mask, Board board, Set<Role> readers) {
        this.aim = aim;
        this.span = span;
        this.mask = mask;
        this.board = board;
        this.readers = readers;
    }

    public Aim aim() {
        return aim;
    }

    public Span span() {
        return span;
    }

    /** Whether that role reads it in clear, on its own ground. */
    public boolean readBy(Role role) {
        return readers.contains(role);
    }

    /** Whether whoever looks at this page reads it. */
    public boolean readOn(Page page) {
        return readBy(page.viewer());
    }

    /** The value, as whoever looks at this page may see it. */
    public String shown(String value, Page page) {
        return readOn(page) ? value : masked(value);
    }

    /** The value, as whoever may not read it sees it. */
    public String masked(String value) {
        return mask.of(value);
    }

    /** Refuses with 403 a role that does not read it: a list chosen by it, or a file that carries it away, would tell as much. */
    public void mustBeReadBy(Role role) {
        if (!readBy(role)) {
            throw PrivacyRefusal.NOT_READ_BY_YOU.because();
        }
    }

    private boolean readBy(@Nullable Viewer viewer) {
        return viewer != null && readers.stream().anyMatch(role -> role.name().equals(viewer.role()));
    }

    /** The few circles there are. */
    private static final class Readers {

        /** Those whom a family knows. */
        static final Set<Role> SERVING =
                EnumSet.of(OFFICE, TOWNSHIP, UNIT, Role.CADRE, FIRST_SECRETARY, VILLAGE_COMMITTEE);

        /** All who have a ground here. */
        static final Set<Role> HOUSE = EnumSet.complementOf(EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN));

        static final Set<Role> ADMINISTRATORS = EnumSet.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN, AUDITOR);

        private Readers() {}
    }
}
