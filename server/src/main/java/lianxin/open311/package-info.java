/**
 * Open311: what troubles people, handed in and followed by programs of others, as Open311 GeoReport v2 says (wiki.open311.org/GeoReport_v2), in XML and JSON.
 *
 * <p>A program has a key for a ground. It reads in full what it handed in itself; of all else where it stands and never what was said. Names, telephones
 * and addresses of reporters are not kept: who reported confirms or disputes with a code that is told once.
 *
 * <ul>
 *   <li>Comes in: GeoReport’s six methods, and one more for the reporter’s answer
 *   <li>Keeps: schema {@code open311}
 *   <li>Tells: {@link lianxin.open311.ClientChanged}, {@link lianxin.open311.HookChanged}; programs that subscribed, by signed messages
 *   <li>Hears: {@link lianxin.cases.CaseOpened}, {@link lianxin.cases.CaseMoved}, {@link lianxin.cases.CasesMoved}, in the transaction that tells it
 *   <li>Decided in: ADR 0097, 0099 (messages)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Open311",
        allowedDependencies = {"platform", "region", "scope", "access", "egress", "vault", "survey", "cases"})
package lianxin.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
