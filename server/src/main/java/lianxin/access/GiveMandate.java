package lianxin.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import lianxin.region.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A mandate the security administrator gives.
 *
 * @param place the subtree it covers
 * @param unit for a liaison: the unit
 * @param until the first day it no longer holds; null: until it is ended
 */
public record GiveMandate(
        @NotNull Role role,
        @NotNull DivisionCode place,
        @Nullable UUID unit,
        @Nullable UUID cadre,
        @Nullable LocalDate until,
        @NotBlank @Size(max = 200) String reason) {}
