package lianxin.access;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** The owner of an account chose a password. */
public record PasswordChosen(UUID subject, UUID by, Instant at) implements News {}
