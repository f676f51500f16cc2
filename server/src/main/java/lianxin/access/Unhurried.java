package lianxin.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A handler whose work may take minutes, and whoever asks for it knows that. All others are given up sooner ({@link Hurry}). */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unhurried {
    /** Why it cannot be done in less. */
    String because();
}
