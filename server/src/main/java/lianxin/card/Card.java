package lianxin.card;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A printed contact card.
 *
 * @param version 1 for the household's first card, one more whenever its contact changed
 * @param cadre the contact it names
 * @param place code of the household's village
 * @param code 20 characters nobody can guess (100 random bits); the address of the household's page
 * @param withdrawnOn day a newer version took its place; null while it is the one that counts
 */
public record Card(
        UUID household,
        int version,
        UUID cadre,
        long place,
        String code,
        LocalDate issuedOn,
        @Nullable LocalDate withdrawnOn) {}
