/**
 * Workbook: what a file says, cell by cell. Bytes come in, rows of trimmed text go out; what they mean is for others to say.
 *
 * <p>The file may be hostile or merely broken: whatever it is, it costs no more than {@link lianxin.workbook.Limits} allow, and ends in rows or
 * in a refusal, never in half of either. One row is held at a time.
 *
 * <ul>
 *   <li>Comes in: a file, opened by {@link lianxin.workbook.Source#open}
 *   <li>Keeps: nothing; while a workbook is open, its texts in a nameless temporary file
 *   <li>Tells: nothing
 *   <li>Decided in: ADR 0020 (reading workbooks ourselves)
 * </ul>
 */
@NullMarked
@ApplicationModule(displayName = "Workbook", allowedDependencies = "platform")
package lianxin.workbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
