package lianxin.signin;

import java.time.Instant;

/** A passkey as its owner knows it. */
public record Passkey(String id, String label, Instant madeAt, Instant usedAt) {}
