package dev.gatehouse.engine.admin.endpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an endpoint takes or gives: a sentence, the media types and the shape.
 *
 * @param shape null where there is no body, or it is not JSON
 */
public record Answer(
        String help, List<String> media, @Nullable Shape shape) {
    public Answer {
        media = List.copyOf(media);
    }
}
