package lianxin.workbook;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator over things that are made one at a time until there is none. */
public abstract class RowIterator<T> implements Iterator<T> {

    private @Nullable T next;
    private boolean over;

    /** The next one, or null when there are no more. */
    protected abstract @Nullable T advance();

    @Override
    public boolean hasNext() {
        if (next == null && !over) {
            next = advance();
            over = next == null;
        }
        return next != null;
    }

    @Override
    public T next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        var now = next;
        next = null;
        return now;
    }
}
