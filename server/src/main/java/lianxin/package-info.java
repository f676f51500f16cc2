/** Lianxin: the work system of a village-outreach programme. One folder below this one is one room; see docs/architecture.md. */
@NullMarked
package lianxin;

import org.jspecify.annotations.NullMarked;
