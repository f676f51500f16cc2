/**
 * Sign-in: how one proves who one is. What one may do then is the business of {@code access}.
 *
 * <ul>
 *   <li>Keeps: schema {@code signin}: sessions, failures, second factors, passkeys, one-time links
 *   <li>Tells: {@link lianxin.signin.AtTheGate}
 *   <li>Hears: {@link lianxin.access.AccountChanged}, {@link lianxin.access.MandateChanged}: sessions of that account end
 *   <li>Decided in: ADR 0060
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Sign-in",
        allowedDependencies = {"platform", "region", "scope", "access", "vault"})
package lianxin.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
