package lianxin.visit;

import lianxin.registry.Household;

/** A household of a round and when its turn is. */
public record Waiting(Household household, Turn turn) {}
