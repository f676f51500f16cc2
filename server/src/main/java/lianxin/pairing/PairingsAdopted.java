package lianxin.pairing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Many households were given a contact at once.
 *
 * @param subject the proposal, or the adoption itself when there was none
 * @param day the day it holds from
 * @param villages codes of the villages it spoke of
 * @param given households that had no contact and have one now
 * @param changed households whose contact is now another
 */
public record PairingsAdopted(
        UUID subject, UUID by, Instant at, LocalDate day, List<Long> villages, long given, long changed)
        implements News {}
