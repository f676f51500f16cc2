/**
 * Attachments: a photo or a letter beside something else, taken in with distrust, kept under lock and handed out only to be saved.
 *
 * <p>Nobody is ever asked for one. What comes in is told by its content: a picture is decoded and drawn anew, so that nothing of where and with what it was taken
 * is left; a PDF is read object by object, refused when it would do anything, and written anew without what it says of its author. Whose they are is an
 * identity; who may add, see and take away is decided by the room that owns it.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.attachment.Given}, in a form that {@code Parcels} reads without a file on disk
 *   <li>Keeps: schema {@code attachment}, its files sealed by {@link lianxin.vault.Vault}
 *   <li>Tells: {@link lianxin.attachment.AttachmentAdded}, {@link lianxin.attachment.AttachmentRemoved}
 *   <li>Decided in: ADR 0104
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Attachments",
        allowedDependencies = {"platform", "scope", "vault"})
package lianxin.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
