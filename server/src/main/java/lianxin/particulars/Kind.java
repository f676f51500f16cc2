package lianxin.particulars;

import lianxin.privacy.Datum;
import lianxin.vault.Field;
import lianxin.vault.Shape;

/** What may be kept of a household under lock. */
public enum Kind {
    ID_NUMBER(Shape.ID_NUMBER, Datum.ID_NUMBER),
    PHONE(Shape.PHONE, Datum.PHONE);

    final Field field;
    final Datum datum;

    Kind(Shape shape, Datum datum) {
        this.field = new Field("particulars.particular", name(), shape);
        this.datum = datum;
    }
}
