package lianxin.proposal;

import java.time.Instant;
import java.util.UUID;
import lianxin.platform.News;

/** Somebody moved a household to another cadre within a proposal, before its adoption. */
public record ProposalEdited(UUID subject, UUID by, Instant at, UUID household, UUID cadre) implements News {}
