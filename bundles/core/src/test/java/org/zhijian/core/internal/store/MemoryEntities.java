package org.zhijian.core.internal.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.openjpa.persistence.OpenJPAEntityManager;

/**
 * Entities in memory, for code that only looks them up by key, keeps new ones and asks a few known questions. Whatever else is asked of it
 * fails. No transactions; not thread-safe.
 */
public final class MemoryEntities {
    private final Map<Object, Object> entities = new HashMap<>();
    private final Map<String, Function<Map<String, Object>, List<?>>> questions = new HashMap<>();
    private final Map<Class<?>, Function<Object, Object>> keys = new HashMap<>();
    private final Map<Object, Object> notes = new HashMap<>();

    /** Entities of this type are kept, to be found by this key; others are taken and forgotten. */
    public <E> MemoryEntities keep(Class<E> type, Function<E, Object> key) {
        keys.put(type, entity -> key.apply(type.cast(entity)));
        return this;
    }

    /** How a query, word by word, is answered from its parameters; one that changes something answers nothing. */
    public MemoryEntities answer(String query, Function<Map<String, Object>, List<?>> answer) {
        questions.put(query, answer);
        return this;
    }

    /** All that are kept of a type. */
    public <E> List<E> all(Class<E> type) {
        return entities.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public void remove(Object entity) {
        entities.values().remove(entity);
    }

    /** The entity manager that finds and keeps them. */
    public EntityManager manager() {
        return proxy(OpenJPAEntityManager.class, (method, arguments) -> switch (method) {
            case "find" -> entities.get(place((Class<?>) arguments[0], arguments[1]));
            case "persist" -> {
                keep(arguments[0]);
                yield null;
            }
            case "remove" -> {
                remove(arguments[0]);
                yield null;
            }
            case "createQuery" -> query((String) arguments[0]);
            case "getUserObject" -> notes.get(arguments[0]);
            case "putUserObject" -> notes.put(arguments[0], arguments[1]);
            case "getDelegate" -> manager();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private void keep(Object entity) {
        Function<Object, Object> key = keys.get(entity.getClass());
        if (key != null) {
            entities.put(place(entity.getClass(), key.apply(entity)), entity);
        }
    }

    private static List<Object> place(Class<?> type, Object key) {
        return List.of(type, key);
    }

    private Object query(String text) {
        Function<Map<String, Object>, List<?>> answer = questions.get(text);
        if (answer == null) {
            throw new UnsupportedOperationException(text);
        }
        Map<String, Object> parameters = new HashMap<>();
        TypedQuery<?>[] self = new TypedQuery<?>[1];
        self[0] = proxy(TypedQuery.class, (method, arguments) -> switch (method) {
            case "setParameter" -> {
                parameters.put((String) arguments[0], arguments[1]);
                yield self[0];
            }
            case "getResultList" -> answer.apply(parameters);
            case "executeUpdate" -> answer.apply(parameters).size();
            default -> throw new UnsupportedOperationException(method);
        });
        return self[0];
    }

    private interface Behaviour {
        Object call(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> behaviour.call(method.getName(), arguments)));
    }
}
