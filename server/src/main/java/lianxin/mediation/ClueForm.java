package lianxin.mediation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What the form for a clue sends. */
record ClueForm(
        @Nullable UUID id,
        long at,
        String kind,
        Matter.@Nullable Origin origin,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
        String words) {

    ClueForm {
        kind = Objects.requireNonNullElse(kind, "");
        words = Objects.requireNonNullElse(words, "");
    }

    NoteClue wish() {
        if (id == null || origin == null || origin == Matter.Origin.REFERRED || day == null) {
            throw MediationRefusal.UNCLEAR.because(MediationRules.LONGEST);
        }
        return new NoteClue(id, at, kind, origin, day, words);
    }
}
