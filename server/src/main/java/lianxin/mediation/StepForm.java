package lianxin.mediation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What the form for a step sends; which of it is needed the deed says. */
public record StepForm(
        @Nullable UUID id,
        @Nullable Deed deed,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate day,
        @Nullable UUID who,
        String words,
        String terms,
        String manner,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate due,
        List<UUID> all,
        Boolean sealed,
        String key) {

    public StepForm {
        words = Objects.requireNonNullElse(words, "");
        terms = Objects.requireNonNullElse(terms, "");
        manner = Objects.requireNonNullElse(manner, "");
        all = Objects.requireNonNullElse(all, List.of());
        sealed = Objects.requireNonNullElse(sealed, false);
        key = Objects.requireNonNullElse(key, "");
    }

    TakeStep wish() {
        if (id == null || deed == null || day == null) {
            throw MediationRefusal.UNCLEAR.because(MediationRules.LONGEST);
        }
        return new TakeStep(id, deed, day, who, words, terms, manner, due, all, sealed, key);
    }
}
