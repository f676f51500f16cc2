package lianxin.proposal;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Somebody asked for a proposal. Nothing has changed for anybody. */
public record ProposalAsked(UUID subject, UUID by, Instant at, long lo, long hi) implements News {}
