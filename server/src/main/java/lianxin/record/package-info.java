/**
 * Record: what was done here and who looked at whose data, so that nobody can bend it afterwards, not even whoever owns the database.
 *
 * <p>Every piece of news and every read of personal data leaves one leaf, in the transaction it belongs to: no leaf, no deed. Behind them a
 * sequencer puts the leaves into a tree and has each state of it signed and witnessed. There is no setting that stops any of it. Other rooms can
 * add to the record and ask how it stands; reading it is possible only through the auditors’ page, which records its own reader.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.record.Reads}, called by whoever shows people’s data
 *   <li>Hears: all {@link lianxin.platform.News}, in the transaction that makes it
 *   <li>Keeps: schema {@code record}; the signing key and the last signed state as files outside the database
 *   <li>Decided in: ADR 0070 (what a leaf is, and the tree over the leaves)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Record",
        allowedDependencies = {"platform", "region", "scope", "access", "ledger", "egress"})
package lianxin.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
