package lianxin.mediation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Another room hands a dispute over, because those it is about wish it so.
 *
 * @param caseId what that room calls it; the same again changes nothing
 * @param households those it is about, as far as the registry knows them
 * @param consentedOn the day the household agreed to the handing over; without it nothing is handed over
 */
public record Referral(
        UUID caseId, long place, String kind, List<UUID> households, LocalDate consentedOn, String words) {}
