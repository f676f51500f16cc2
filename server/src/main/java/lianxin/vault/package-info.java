/**
 * Vault: what is written down only under lock. A value sealed here can be read by whoever has the database <em>and</em> the key that two custodians
 * hold outside it, and by nobody with one of them.
 *
 * <p>Each seal names its key and is bound to its table, column and row. Keys of data are wrapped by one key of keys, live a year, and are renewed
 * while people read and write. What must be found again is found by a keyed hash of the value, whose key is never in the database.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.vault.Vault}; {@link lianxin.vault.Cells} from every room that keeps sealed values
 *   <li>Keeps: schema {@code vault} (wrapped keys); the key of keys as a file outside the database
 *   <li>Decided in: ADR 0071 (keys)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Vault",
        allowedDependencies = {"platform"})
package lianxin.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
