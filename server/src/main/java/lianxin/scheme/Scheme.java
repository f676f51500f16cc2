package lianxin.scheme;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One version of the contact scheme.
 *
 * @param effective first day it holds
 * @param source the document it comes from
 */
public record Scheme(UUID id, LocalDate effective, String title, String source, ContactScheme rules) {}
