package lianxin.particulars;

import lianxin.vault.Field;
import lianxin.vault.Shape;

/** What may be kept of a household under lock. */
public enum Kind {
    ID_NUMBER(Shape.ID_NUMBER),
    PHONE(Shape.PHONE);

    final Field field;

    Kind(Shape shape) {
        this.field = new Field("particulars.particular", name(), shape);
    }
}
