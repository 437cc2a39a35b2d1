package dev.gatehouse.engine.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.model.Configuration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every declaration that a document can contain. */
class DeclarationsTest {
    @Test
    void every_example_binds_and_comes_back_as_it_is_written() {
        int examples = 0;
        for (ObjectShape shape : shapes()) {
            String example = shape.declaration().example();
            if (!example.isEmpty()) {
                JsonNode tree = Objects.requireNonNull(
                        Document.parse(example, Format.YAML).tree());
                Problems problems = new Problems(Positions.NONE, List.of());
                Object record = new Binding(Documents.WITH_POLICY, problems, new References())
                        .object(tree, shape, Path.ROOT, null);

                assertThat(problems.inOrder()).as(example).isEmpty();
                assertThat(new Binding(Documents.WITH_POLICY, problems, new References())
                                .object(
                                        new TreeWriter(false).object(Objects.requireNonNull(record)),
                                        shape,
                                        Path.ROOT,
                                        null))
                        .isEqualTo(record);
                examples++;
            }
        }
        assertThat(examples).isGreaterThan(7);
    }

    @Test
    void every_default_is_within_its_bounds() {
        for (ObjectShape shape : shapes()) {
            for (Field field : shape.fields().values()) {
                if (field.hasDefault() && field.absent() != null) {
                    Problems problems = new Problems(Positions.NONE, List.of());
                    JsonNode value = new TreeWriter(false).value(field.absent(), field.shape());
                    new Scalars(problems).bind(value, field, field.shape(), Path.ROOT.child(field.name()));

                    assertThat(problems.inOrder()).as("%s", field).isEmpty();
                }
            }
        }
    }

    private static List<ObjectShape> shapes() {
        Set<ObjectShape> shapes = new LinkedHashSet<>();
        Deque<ObjectShape> open = new ArrayDeque<>();
        open.add(ObjectShape.of(Configuration.class));
        Documents.CATALOGUE.destinations().values().forEach(kind -> open.add(ObjectShape.of(kind)));
        while (!open.isEmpty()) {
            ObjectShape shape = open.remove();
            if (shapes.add(shape)) {
                for (Field field : shape.fields().values()) {
                    if (field.each() instanceof Shape.Nested nested) {
                        open.add(nested.of());
                    }
                }
            }
        }
        return List.copyOf(shapes);
    }
}
