package lianxin.mediation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody heard of a dispute.
 *
 * @param id given by whoever notes it, so that it can be sent twice
 * @param place the village, or the township for what is between villages
 * @param words what it is about, in a line or two
 */
public record NoteClue(UUID id, long place, String kind, Matter.Origin origin, LocalDate on, String words) {}
