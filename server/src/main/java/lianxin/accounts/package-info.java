/**
 * Accounts, as their administrators keep them: on pages, on paper, and at the terminal. What an account and a mandate are is the business of
 * {@code access}; this room knows the people of the roster besides.
 *
 * <ul>
 *   <li>Keeps: nothing of its own
 *   <li>Decided in: ADR 0060, ADR 0063
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"platform", "region", "scope", "access", "record", "signin", "registry", "staff"})
package lianxin.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
