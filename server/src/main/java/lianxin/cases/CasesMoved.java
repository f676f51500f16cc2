package lianxin.cases;

import java.util.List;
import java.util.UUID;

/** Time moved these cases to another stage, one lot of a night (what is recorded of it is {@link CasesStruck}). Told in the transaction that moved them. */
public record CasesMoved(List<UUID> cases) {}
