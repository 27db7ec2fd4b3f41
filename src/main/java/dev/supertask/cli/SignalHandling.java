package dev.supertask.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;

/// `sun.misc.Signal`, the JDK's one way to learn of a signal, supported by the module jdk.unsupported
/// (JEP 260). It is called by method handles because javac's warning about it cannot be silenced, and a
/// warning fails our build.
final class SignalHandling {
    private final MethodHandle newSignal;
    private final MethodHandle handle;
    private final MethodHandle callConsumer;
    private final Class<?> handlerType;

    SignalHandling() {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> signalType = Class.forName("sun.misc.Signal");
            handlerType = Class.forName("sun.misc.SignalHandler");
            newSignal = lookup.findConstructor(signalType, MethodType.methodType(void.class, String.class));
            handle = lookup.findStatic(signalType, "handle",
                    MethodType.methodType(handlerType, signalType, handlerType));
            callConsumer = lookup.findVirtual(Consumer.class, "accept",
                    MethodType.methodType(void.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no module jdk.unsupported", e);
        }
    }

    /// Has a signal handed to a consumer from now on.
    ///
    /// @param name without `SIG`
    /// @return puts back what was before
    Runnable handle(String name, Consumer<Object> consumer) {
        Object signal = call(newSignal, name);
        MethodHandle accept = callConsumer.bindTo(consumer);
        Object before = set(signal, MethodHandleProxies.asInterfaceInstance(handlerType, accept));
        return () -> set(signal, before);
    }

    private Object set(Object signal, Object handler) {
        return call(handle, signal, handler);
    }

    private static Object call(MethodHandle target, Object... arguments) {
        try {
            return target.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
