/**
 * Embedded: the database in the box. Whoever has no PostgreSQL of his own gets a real one, as durable as any other.
 *
 * <p>It is unpacked from a jar, belongs to this installation alone, listens on the loopback address only, asks for a
 * password, checks its pages, and calls nothing written before it is on the disk. It outlives the death of either
 * process: of ours, of its own. An office with its own server sets {@code spring.datasource.url} and this room does
 * nothing.
 *
 * <ul>
 *   <li>Comes in: {@link lianxin.embedded.Settings}
 *   <li>Keeps: a folder ({@code LIANXIN_HOME}), no schema
 *   <li>Tells: nothing; it stands before anybody listens
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Embedded database",
        allowedDependencies = {})
package lianxin.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
