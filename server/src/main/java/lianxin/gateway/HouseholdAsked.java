package lianxin.gateway;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** The house used a household’s telephone to ask it whether a reply is so. */
public record HouseholdAsked(UUID subject, UUID by, Instant at) implements News {}
