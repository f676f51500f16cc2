package lianxin.deeds;

import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A promise, as somebody gives it. All of it will hang in public.
 *
 * @param id made by whoever shows the form, so that sending it twice promises once
 * @param cost in yuan
 */
public record PromiseDeed(
        UUID id,
        DivisionCode place,
        String title,
        String words,
        LocalDate dueOn,
        @Nullable Long cost,
        String fund) {}
