package lianxin.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact cadre (联户干部).
 *
 * @param key the office's own number for him
 * @param place division code of his unit
 * @param rank COUNTY_LEAD, COUNTY_DEPUTY, SECTION_LEAD, SECTION_DEPUTY or STAFF
 * @param leader whether he leads (领导带头, R71)
 * @param phone work phone, printed on the contact card
 * @param skills need categories he is good at
 * @param homeVillage the village he comes from
 * @param capacityMin households at least, null: as the scheme says for his rank
 * @param capacityMax households at most, null: as the scheme says for his rank
 * @param until first day he is no longer in scope; null while he is
 * @param exemptReason why he needs no household for now (R35); null when not exempt
 * @param exemptUntil first day the exemption no longer holds
 */
public record Cadre(
        UUID id,
        String key,
        UUID unit,
        long place,
        String name,
        String post,
        String rank,
        boolean leader,
        @Nullable String phone,
        List<String> skills,
        @Nullable UUID homeVillage,
        @Nullable Integer capacityMin,
        @Nullable Integer capacityMax,
        LocalDate since,
        @Nullable LocalDate until,
        @Nullable String exemptReason,
        @Nullable LocalDate exemptUntil,
        int version) {

    /** Whether he is excused from having households on {@code day}. */
    public boolean exempt(LocalDate day) {
        return exemptUntil != null && day.isBefore(exemptUntil);
    }

    /** Whether he is in scope on {@code day}. */
    public boolean serves(LocalDate day) {
        return !day.isBefore(since) && (until == null || day.isBefore(until));
    }
}
