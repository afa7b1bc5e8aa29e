package io.github.spinodal.examples;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Instances of public types: those reached from given results through their accessors, and those that public factories
 * and constructors make of what is already in the pool. Nothing random: the same samples in every run.
 */
final class SamplePool {
    private static final String OWN = "io.github.spinodal.";
    private static final int PER_TYPE = 4;
    private static final int ATTEMPTS = 200;
    private static final int ROUNDS = 3;
    /** Methods that compute for long, draw, or write. */
    private static final Set<String> LEFT_ALONE = Set.of("run", "compute", "image", "png", "svg", "read", "main");

    private final Map<Class<?>, List<Object>> samples = new LinkedHashMap<>();

    SamplePool() {
        for (double number : new double[] {0.5, 1, 0.1, 2, 300, -1, 1e-4}) {
            put(double.class, number);
        }
        for (int number : new int[] {2, 1, 5, 64}) {
            put(int.class, number);
            put(long.class, (long) number);
        }
        put(boolean.class, true);
        put(String.class, "R(Q(RW))");
        put(String.class, "time (s)");
        put(double[].class, new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6});
        put(double[].class, new double[] {1, 1});
        put(double[].class, new double[] {0.5, 0.5});
        put(double[][].class, new double[][] {{1, 2}, {3, 5}});
        put(int[].class, new int[] {0, 1});
        put(long[].class, new long[] {0, 1});
    }

    /** The samples of a type, at most a few. */
    List<Object> of(Class<?> type) {
        return samples.getOrDefault(type, List.of());
    }

    /** Takes up a value and all that its accessors lead to. */
    void reach(Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::reach);
        } else if (value instanceof Collection<?> collection) {
            collection.stream().limit(PER_TYPE).forEach(this::reach);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((k, v) -> {
                reach(k);
                reach(v);
            });
        } else if (value instanceof Object[] array) {
            Arrays.stream(array).limit(PER_TYPE).forEach(this::reach);
        } else if (value != null && value.getClass().getName().startsWith(OWN) && put(value.getClass(), value)) {
            for (Method method : sorted(value.getClass().getMethods())) {
                boolean accessor = method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getReturnType() != void.class
                        && !LEFT_ALONE.contains(method.getName());
                if (accessor) {
                    Object next = call(method, value, new Object[0]);
                    if (next != null) {
                        reach(next);
                    }
                }
            }
        }
    }

    /** Calls the public factories and constructors of types with what the pool holds. */
    void make(List<Class<?>> types) {
        for (int round = 0; round < ROUNDS; round++) {
            for (Class<?> type : types) {
                if (type.isEnum()) {
                    Arrays.stream(type.getEnumConstants()).limit(PER_TYPE).forEach(c -> put(type, c));
                }
                Stream<Executable> makers = Stream.concat(
                        Arrays.stream(sorted(type.getMethods()))
                                .filter(m -> Modifier.isStatic(m.getModifiers()))
                                .filter(m -> m.getReturnType().getName().startsWith(OWN))
                                .filter(m -> !LEFT_ALONE.contains(m.getName())),
                        Modifier.isAbstract(type.getModifiers())
                                ? Stream.empty()
                                : Arrays.stream(type.getConstructors()));
                makers.forEach(this::attempt);
            }
        }
    }

    private void attempt(Executable maker) {
        List<List<Object>> choices = new ArrayList<>();
        int combinations = 1;
        for (Type parameter : maker.getGenericParameterTypes()) {
            List<Object> candidates = candidates(parameter);
            choices.add(candidates);
            combinations = Math.min(ATTEMPTS, combinations * candidates.size());
        }
        for (int i = 0; i < combinations; i++) {
            Object[] arguments = new Object[choices.size()];
            int rest = i;
            for (int k = 0; k < arguments.length; k++) {
                List<Object> candidates = choices.get(k);
                // Neighbouring parameters of one kind begin with different candidates.
                arguments[k] = candidates.get((rest + k) % candidates.size());
                rest /= candidates.size();
            }
            Object made = call(maker, null, arguments);
            if (made != null) {
                reach(made);
                return;
            }
        }
    }

    private List<Object> candidates(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            List<Object> elements = candidates(generic.getActualTypeArguments()[0]);
            if (raw == List.class) {
                return elements.isEmpty() ? List.of() : List.of(List.of(elements.get(0)), elements);
            }
            return raw == Map.class
                    ? List.of(Map.of())
                    : raw == Optional.class ? List.of(Optional.empty()) : candidates(raw);
        }
        if (!(type instanceof Class<?> wanted)) {
            return List.of();
        }
        if (wanted.isArray() && !samples.containsKey(wanted)) {
            List<Object> elements = candidates(wanted.getComponentType());
            Object array = Array.newInstance(wanted.getComponentType(), Math.min(1, elements.size()));
            if (!elements.isEmpty()) {
                Array.set(array, 0, elements.get(0));
            }
            return List.of(array);
        }
        List<Object> found = new ArrayList<>();
        samples.forEach((key, values) -> {
            if (key == wanted || (!wanted.isPrimitive() && wanted != Object.class && wanted.isAssignableFrom(key))) {
                found.addAll(values);
            }
        });
        return found;
    }

    private static Object call(Executable executable, Object target, Object[] arguments) {
        try {
            return executable instanceof Method method
                    ? method.invoke(target, arguments)
                    : ((java.lang.reflect.Constructor<?>) executable).newInstance(arguments);
        } catch (InvocationTargetException refused) {
            return null;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            return null;
        }
    }

    private boolean put(Class<?> type, Object value) {
        List<Object> known = samples.computeIfAbsent(type, t -> new ArrayList<>());
        boolean isNew = known.size() < (type.getName().startsWith(OWN) ? PER_TYPE : 10) && !known.contains(value);
        if (isNew) {
            known.add(value);
        }
        return isNew;
    }

    private static Method[] sorted(Method[] methods) {
        Arrays.sort(methods, Comparator.comparing(Method::toString));
        return methods;
    }
}
