/**
 * Sheet: what a spreadsheet means, and how we write one. Offices keep their rosters in Excel; this room reads and writes them, and knows
 * nothing of what they are about.
 *
 * <p>A caller declares {@link lianxin.sheet.Columns}, opens a file with {@link lianxin.sheet.Sheets}, lets it find the header
 * ({@link lianxin.sheet.HeaderMatch}, with questions where it is unsure), and walks over {@link lianxin.sheet.Line}s: typed values, or
 * {@link lianxin.sheet.Fault}s that say what is wrong in which cell and what to do. {@link lianxin.sheet.SheetWriter} writes rosters and
 * templates; {@link lianxin.sheet.Sheets#copyWithReasons} gives a file back with the reasons beside the rows.
 *
 * <ul>
 *   <li>Comes in: a file, read cell by cell by the workbook room below
 *   <li>Keeps: nothing
 *   <li>Tells: nothing
 *   <li>Decided in: ADR 0021 (formulas on the way out)
 * </ul>
 */
@NullMarked
@ApplicationModule(
        displayName = "Sheet",
        allowedDependencies = {"platform", "workbook"})
package lianxin.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
