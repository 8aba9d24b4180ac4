package org.zhijian.api.register;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zhijian.api.Titled;
import org.zhijian.api.form.Option;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.api.register.Register.Kind;

/** Reads the columns of a register off its record. */
final class Columns {
    private Columns() {}

    static List<ColumnInfo> of(Class<? extends Record> type) {
        List<ColumnInfo> columns =
                Arrays.stream(type.getRecordComponents()).map(Columns::column).toList();
        if (columns.stream().filter(ColumnInfo::key).count() != 1) {
            throw new IllegalArgumentException(
                    type.getName() + " needs exactly one component with @Column(key = true)");
        }
        return columns;
    }

    private static ColumnInfo column(RecordComponent component) {
        Column column = component.getAnnotation(Column.class);
        if (column == null) {
            throw new IllegalArgumentException(
                    component.getDeclaringRecord().getName() + "." + component.getName() + " lacks @Column");
        }
        Class<?> element = element(component.getGenericType());
        return new ColumnInfo(
                component.getName(),
                column.value(),
                kind(component, element),
                column.key(),
                column.index() || column.key(),
                column.status(),
                column.open(),
                column.refers(),
                column.of(),
                column.owner(),
                column.mask(),
                Register.isTitledEnum(element) ? options(element) : List.of());
    }

    private static List<Option> options(Class<?> titledEnum) {
        return Arrays.stream(titledEnum.getEnumConstants())
                .map(Titled.class::cast)
                .map(constant -> new Option(constant.name(), constant.title()))
                .toList();
    }

    /** The type itself, or what an Optional, a list or a set holds. */
    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType generic) {
            return element(generic.getActualTypeArguments()[0]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static Kind kind(RecordComponent component, Class<?> element) {
        if (Collection.class.isAssignableFrom(component.getType())) {
            return Kind.LIST;
        }
        if (component.getType() != Optional.class && component.getType() != element) {
            throw unreadable(component);
        }
        if (element == String.class) {
            return Kind.TEXT;
        }
        if (element == int.class || element == long.class || element == BigDecimal.class) {
            return Kind.NUMBER;
        }
        if (element == boolean.class) {
            return Kind.FLAG;
        }
        if (element == LocalDate.class) {
            return Kind.DAY;
        }
        if (Register.isTitledEnum(element)) {
            return Kind.CHOICE;
        }
        throw unreadable(component);
    }

    private static IllegalArgumentException unreadable(RecordComponent component) {
        return new IllegalArgumentException(component.getDeclaringRecord().getName() + "." + component.getName()
                + " has a type that a register cannot hold: " + component.getGenericType());
    }

    static String key(List<ColumnInfo> columns, Record item) {
        String id = columns.stream()
                .filter(ColumnInfo::key)
                .findFirst()
                .orElseThrow()
                .id();
        try {
            var accessor = Arrays.stream(item.getClass().getRecordComponents())
                    .filter(component -> component.getName().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .getAccessor();
            accessor.setAccessible(true);
            return (String) accessor.invoke(item);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException(
                    "cannot read the key of " + item.getClass().getName(), unreadable);
        }
    }
}
