package dev.gatehouse.engine.spec;

import dev.gatehouse.engine.model.Declaration;
import dev.gatehouse.engine.model.Inline;
import dev.gatehouse.engine.model.Setting;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a declaration's record says about the objects of its kind, read once by reflection. */
final class ObjectShape {
    /** One component: a field, or a record whose fields stand in this object. */
    private record Part(
            Method accessor,
            @Nullable Field field,
            @Nullable ObjectShape inline) {}

    /** Derived from a class and as immutable as the class is; the one thing that gateways in a process share. */
    private static final ClassValue<ObjectShape> SHAPES = new ClassValue<>() {
        @Override
        protected ObjectShape computeValue(Class<?> type) {
            return new ObjectShape(type);
        }
    };

    private final Class<?> type;
    private final Declaration declaration;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Constructor<?> constructor;

    private ObjectShape(Class<?> type) {
        Declaration says = type.getAnnotation(Declaration.class);
        if (!type.isRecord() || says == null) {
            throw new IllegalArgumentException(type + " is no record with a @Declaration");
        }
        this.type = type;
        this.declaration = says;
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            add(components[i]);
        }
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        if (component.isAnnotationPresent(Inline.class)) {
            ObjectShape inline = of(component.getType());
            inline.fields.values().forEach(this::add);
            parts.add(new Part(accessor, null, inline));
            return;
        }
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalArgumentException(component + " of " + type + " has no @Setting");
        }
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Field field = Field.of(component.getName(), setting, Shape.of(component.getGenericType()), nullable);
        if (field.name().equals(declaration.type())) {
            field = field.alwaysWritten(); // its key tells a destination's kind
        }
        add(field);
        parts.add(new Part(accessor, field, null));
    }

    private void add(Field field) {
        if (fields.putIfAbsent(field.name(), field) != null) {
            throw new IllegalArgumentException(type + " has two fields named " + field.name());
        }
    }

    /** The shape of a declaration's record. */
    static ObjectShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    Declaration declaration() {
        return declaration;
    }

    /** The name of the record without its package, unique enough for a schema's definitions. */
    String name() {
        return type.getSimpleName();
    }

    /** All fields by name, those of inlined records included, in the order of the declaration. */
    Map<String, Field> fields() {
        return fields;
    }

    /** The fields that a document can have with a catalogue: none that only an empty catalogue could fill. */
    List<Field> fields(Catalogue catalogue) {
        return fields.values().stream().filter(field -> acts(field, catalogue)).toList();
    }

    private static boolean acts(Field field, Catalogue catalogue) {
        return switch (field.each()) {
            case Shape.OneStep _ -> !catalogue.policies().isEmpty();
            case Shape.OneDestination _ -> !catalogue.destinations().isEmpty();
            default -> true;
        };
    }

    /** The record of an object that says nothing, or null if something is required. */
    @Nullable
    Object byDefault() {
        return fields.values().stream().anyMatch(Field::required) ? null : create(Map.of());
    }

    /**
     * Makes the record.
     *
     * @param values the values by field; a field without one gets its default
     * @throws IllegalArgumentException if the record's constructor refuses the values; the message says why
     */
    Object create(Map<String, Object> values) {
        Object[] arguments = new Object[parts.size()];
        for (int i = 0; i < arguments.length; i++) {
            Part part = parts.get(i);
            if (part.inline() != null) {
                arguments[i] = part.inline().create(values);
            } else if (part.field() != null) {
                Object value = values.get(part.field().name());
                arguments[i] = value != null ? value : part.field().absent();
            }
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException why) {
                throw why;
            }
            throw new IllegalStateException(type + " cannot be made", refused);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " cannot be made", impossible);
        }
    }

    /** Shows the values of a record with their fields, in the order of the declaration; those that are null are left out. */
    void forEach(Object object, BiConsumer<Field, Object> action) {
        for (Part part : parts) {
            try {
                Object value = part.accessor().invoke(object);
                if (part.inline() != null && value != null) {
                    part.inline().forEach(value, action);
                } else if (part.field() != null && value != null) {
                    action.accept(part.field(), value);
                }
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(type + " cannot be read", impossible);
            }
        }
    }

    /** The names of all fields. */
    Set<String> names() {
        return fields.keySet();
    }
}
