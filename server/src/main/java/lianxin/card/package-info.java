/**
 * Card: what the household holds in its hands (连心卡, R38): who its contact is, how to reach him, and a code that opens its own page.
 *
 * <p>A card is issued when it is printed. When the contact changes, the next print is a new version and the old one is withdrawn; its code
 * still opens the page, which then names the new contact and says that a newer card exists.
 *
 * <ul>
 *   <li>Keeps: schema {@code card}
 *   <li>Tells: {@link lianxin.card.CardsIssued}
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Card",
        allowedDependencies = {"platform", "region", "scope", "access", "record", "registry", "staff", "pairing"})
package lianxin.card;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
