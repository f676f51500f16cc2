/**
 * Ledger: how a list that only grows proves that nothing in it was changed, taken out or put in. Pure Java: no database, no clock, no word of
 * the domain; so that whoever checks us need not run us.
 *
 * <p>A tree of hashes stands over the list (RFC 6962, RFC 9162), its root is signed at every growth (C2SP checkpoints), and witnesses elsewhere
 * sign along as long as each state contains the one before (C2SP witness protocol).
 *
 * <ul>
 *   <li>Comes in: lines of bytes; it never looks into them
 *   <li>Keeps: nothing; a witness keeps the last state it has signed, in a file
 *   <li>Decided in: ADR 0070 (what a leaf is, and the tree over the leaves)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {})
package lianxin.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
