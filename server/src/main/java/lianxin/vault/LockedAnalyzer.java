package lianxin.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that ends at the vault says why and what to do, instead of a stack trace. */
class LockedAnalyzer extends AbstractFailureAnalyzer<Locked> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, Locked cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
