package lianxin.visit;

import java.time.Instant;

/**
 * The figures of one round, the same on phone and console.
 *
 * @param at when they were counted
 * @param homes households on the round
 * @param due those whose turn it is
 * @param met those met at least once in the last twelve months
 * @param needs needs heard in the last twelve months
 */
public record Figures(Instant at, int homes, int due, int met, int needs) {}
