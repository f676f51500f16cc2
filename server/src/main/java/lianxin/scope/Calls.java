package lianxin.scope;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Calls that are looked at on their way. */
final class Calls {

    private Calls() {}

    /** Somebody who is {@code kind} to whoever calls. */
    static Object proxy(Class<?> kind, InvocationHandler handler) {
        return Proxy.newProxyInstance(Calls.class.getClassLoader(), new Class<?>[] {kind}, handler);
    }

    /** Passes the call on, and what it throws back. */
    static @Nullable Object pass(Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
