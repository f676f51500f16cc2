package lianxin.card;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/**
 * Cards were printed for the first time, or in a new version.
 *
 * @param subject the household, or the village when a whole village was printed
 * @param issued how many new cards; reprints of a card that still counts are not told
 */
public record CardsIssued(UUID subject, UUID by, Instant at, long place, int issued) implements News {}
