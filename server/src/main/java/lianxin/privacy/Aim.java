package lianxin.privacy;

/**
 * What people’s data are used for (PIPL art. 6: a clear and reasonable purpose; art. 13: the ground it stands on). Its words and its basis are in the
 * message catalogue, {@code privacy.aim.*} and {@code privacy.basis.*}.
 */
public enum Aim {
    /** Every household has one fixed contact: a statutory duty, arts. 13(3), 34. */
    CONTACT(false, false),
    /** Helping a household to what it is entitled to: a statutory duty; it shows want or illness, arts. 28–30. */
    HELP(false, true),
    /** Calling before one comes: the household’s consent, arts. 13(1), 14. */
    REACH(true, false),
    /** Applying for a policy in the household’s name: its separate consent, arts. 13(1), 29. */
    APPLY(true, true),
    /** Whom the public pays to do what: managing one’s own staff, art. 13(2), (3). */
    STAFF(false, false),
    /** Who may sign in and as what: arts. 13(3), 51; Cybersecurity Law art. 21. */
    ACCESS(false, false),
    /** Who did and looked at what: arts. 51, 54; Cybersecurity Law art. 21 (six months at least). */
    RECORD(false, false),
    /** Answering those whose data they are: arts. 44–50. */
    RIGHTS(false, false),
    /** Mediating a dispute the parties want mediated: a statutory duty (People’s Mediation Law arts. 17, 27), art. 13(3); it may show what nobody else may know. */
    MEDIATION(false, true),
    /** Looking into complaints about people who work here: a statutory duty (Regulation on petitions arts. 22, 34), art. 13(3). */
    COMPLAINT(false, true);

    private final boolean consent;
    private final boolean sensitive;

    Aim(boolean consent, boolean sensitive) {
        this.consent = consent;
        this.sensitive = sensitive;
    }

    /** Whether it stands on consent, which may be withdrawn (art. 15). */
    public boolean consent() {
        return consent;
    }

    /** Whether it uses sensitive data, so that an impact assessment must come first (arts. 28, 55). */
    public boolean sensitive() {
        return sensitive;
    }
}
