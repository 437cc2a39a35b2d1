package dev.gatehouse.app.form;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Makes the nodes of parts. */
final class FormNodes {
    private final FormView view;

    FormNodes(FormView view) {
        this.view = view;
    }

    /** The nodes of several parts of one object: their fields, the advanced ones folded away, and unknown ones last. */
    List<Node> of(List<Part> parts) {
        List<Node> nodes = new ArrayList<>();
        List<Part> advanced = new ArrayList<>();
        for (Part part : parts) {
            if (part.field().advanced()) {
                advanced.add(part);
            } else if (!(part instanceof OthersPart)) {
                nodes.add(of(part));
            }
        }
        if (!advanced.isEmpty()) {
            nodes.add(new AdvancedFold(advanced, this));
        }
        parts.stream()
                .filter(OthersPart.class::isInstance)
                .forEach(part -> nodes.add(new OthersEditor((OthersPart) part, view)));
        return nodes;
    }

    /** The node of one part. */
    Node of(Part part) {
        return switch (part) {
            case GroupPart group when group.isRepeated() -> new RepeatedSection(group, this, view);
            case GroupPart group -> new Section(group, of(group.parts()), view);
            case ChoicePart choice -> new ChoiceSection(choice, this, view);
            case ItemsPart items -> items(items);
            case EntriesPart entries -> row(entries, new EntriesEditor(entries, this));
            case OthersPart others -> new OthersEditor(others, view);
            default -> value((ValuePart) part);
        };
    }

    /** The editor of a part of a list or map, without a label of its own. */
    Node bare(Part part) {
        return switch (part) {
            case ValuePart value -> {
                Node editor = Editors.of(value);
                view.register(value, editor, editor);
                yield editor;
            }
            case GroupPart group when isBrief(group.field().kind()) -> new BriefGroup(group, view);
            case GroupPart group -> block(of(group.parts()));
            default -> of(part);
        };
    }

    private Node items(ItemsPart items) {
        boolean methods =
                items.each().kind() instanceof Kind.Text text && text.format().equals("method");
        if (methods) {
            return row(items, new MethodsEditor(items));
        }
        ItemsEditor editor = new ItemsEditor(items, this);
        return isBrief(items.each().kind()) ? row(items, editor) : new Section(items, List.of(editor), view);
    }

    private Node value(ValuePart part) {
        Node editor = Editors.of(part);
        if (part.field().kind() instanceof Kind.Measured) {
            Label reading = new Label();
            reading.getStyleClass().addAll("t-help", "field-reading");
            reading.textProperty().bind(part.readingProperty());
            return row(part, editor, reading);
        }
        return row(part, editor);
    }

    private FieldRow row(Part part, Node editor, Node... beside) {
        FieldRow row = new FieldRow(part, editor, beside);
        view.register(part, row, editor);
        return row;
    }

    /** Whether values of a kind take one line: a single value, or a small object of such. */
    private static boolean isBrief(Kind kind) {
        return kind.isSingle()
                || (kind instanceof Kind.Nested nested
                        && nested.of().get().fields().size() <= 3
                        && nested.of().get().fields().stream()
                                .allMatch(field -> field.kind().isSingle()));
    }

    private static Node block(List<Node> nodes) {
        VBox block = new VBox();
        block.getStyleClass().add("form-block");
        block.getChildren().addAll(nodes);
        return block;
    }
}
