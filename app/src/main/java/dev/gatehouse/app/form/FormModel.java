package dev.gatehouse.app.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The form of one object: its parts, and what is wrong with them. FX thread; needs no toolkit. */
public final class FormModel implements AutoCloseable {
    private final FormSchema schema;
    private final ObjectEditing editing;
    private final GroupPart root;
    private final ReadOnlyIntegerWrapper problems = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Broken> broken = new ReadOnlyObjectWrapper<>();
    private final Map<Part, String> violations = new HashMap<>();
    private final Subscription listening;
    private List<Violation> told = List.of();

    /** The form of an object of this shape. */
    public FormModel(FormSchema schema, Shape shape, ObjectEditing editing) {
        this.schema = schema;
        this.editing = editing;
        Kind kind = new Kind.Nested(() -> shape);
        root = new GroupPart(this, null, new Field("", "", shape.help(), kind, null, true, false), "", shape, Set.of());
        refresh();
        listening = editing.listen(this::refresh);
    }

    /** The part that is the whole object. */
    public GroupPart root() {
        return root;
    }

    /** How many parts have a problem. */
    public ReadOnlyIntegerProperty problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** Set while the object's text cannot be read: what the form shows may not be changed. */
    public ReadOnlyObjectProperty<@Nullable Broken> brokenProperty() {
        return broken.getReadOnlyProperty();
    }

    /** Shows what the gateway says is wrong with the object, each at the part that it concerns. */
    public void violations(List<Violation> found) {
        told = List.copyOf(found);
        place();
    }

    /** The part at a pointer, or the nearest around it. */
    public Part at(String pointer) {
        Part here = root;
        boolean deeper = true;
        while (deeper) {
            deeper = false;
            for (Part child : here.children()) {
                if (!(child instanceof OthersPart) && Pointers.within(pointer, child.pointer())) {
                    here = child;
                    deeper = true;
                    break;
                }
            }
        }
        return here;
    }

    /** The parts with a problem, as they stand in the form. */
    public List<Part> withProblems() {
        return root.all()
                .filter(part -> !part.problemProperty().get().isEmpty())
                .toList();
    }

    /** Takes over what was typed and is not in the tree yet. */
    public void commit() {
        root.commit();
    }

    /** Follows the tree no longer. What was typed is taken over before. */
    @Override
    public void close() {
        commit();
        listening.unsubscribe();
    }

    FormSchema schema() {
        return schema;
    }

    ObjectEditing editing() {
        return editing;
    }

    String violation(Part part) {
        return violations.getOrDefault(part, "");
    }

    /** Puts a value in, with the objects around it that are not there yet. */
    void put(String pointer, JsonNode value, String title) {
        String at = pointer;
        JsonNode whole = value;
        while (!at.isEmpty() && !Pointers.parent(at).isEmpty() && editing.value(Pointers.parent(at)) == null) {
            whole = JsonNodeFactory.instance.objectNode().set(Pointers.last(at), whole);
            at = Pointers.parent(at);
        }
        editing.set(at, whole, title);
    }

    /** Takes a value out, with the objects around it that it leaves empty and that need not be. */
    void remove(Part part, String title) {
        if (part.value() == null) {
            part.refresh();
            return;
        }
        Part out = part;
        for (Part above = part.parent(); above != null && isEmptyWithout(above); above = above.parent()) {
            out = above;
        }
        editing.remove(out.pointer(), title);
    }

    private static boolean isEmptyWithout(Part part) {
        JsonNode value = part.value();
        JsonNode before = part.before();
        boolean wasEmpty = before != null && before.isEmpty();
        return part.isRemovable() && !wasEmpty && value != null && value.size() == 1;
    }

    private void refresh() {
        broken.set(editing.broken());
        root.refresh();
        place();
    }

    /** Parts come and go: each time, what the gateway said is brought to those that are there. */
    private void place() {
        violations.clear();
        Map<Part, List<Violation>> byPart = told.stream().collect(Collectors.groupingBy(each -> at(each.pointer())));
        byPart.forEach((part, found) -> violations.put(
                part, found.stream().map(Violation::words).distinct().collect(Collectors.joining(" "))));
        root.all().forEach(Part::showProblem);
        problems.set(withProblems().size());
    }

    static Part make(FormModel form, @Nullable Part parent, Field field, String pointer) {
        return switch (field.kind()) {
            case Kind.Nested nested ->
                new GroupPart(form, parent, field, pointer, nested.of().get(), Set.of());
            case Kind.OneOf oneOf -> new ChoicePart(form, parent, field, pointer, oneOf.alternatives());
            case Kind.Items items -> new ItemsPart(form, parent, field, pointer, items);
            case Kind.Entries entries -> new EntriesPart(form, parent, field, pointer, entries);
            default -> new ValuePart(form, parent, field, pointer);
        };
    }
}
