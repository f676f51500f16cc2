package lianxin.region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A file of divisions that was handed in and is being compared.
 *
 * @param day first day it is to hold
 */
public record Draft(UUID id, String source, LocalDate day, String sha256, UUID byWhom, Instant handedIn) {}
