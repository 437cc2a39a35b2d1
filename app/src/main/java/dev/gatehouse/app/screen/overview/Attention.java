package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.attention.Notable;
import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.draft.ObjectKey;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at, in words.
 *
 * @param about the object that it leads to; null for none
 */
public record Attention(
        Status status, String words, @Nullable ObjectKey about) {
    /**
     * What there is now.
     *
     * @param subscriptions that wait for an approval
     * @param notable what other parts of the console found
     * @param dropped observations
     */
    static List<Attention> of(int subscriptions, List<UpstreamRow> upstreams, List<Notable> notable, long dropped) {
        List<Attention> found = new ArrayList<>();
        if (subscriptions > 0) {
            found.add(new Attention(Status.WAITING, Texts.get("overview.attention.approvals", subscriptions), null));
        }
        for (UpstreamRow upstream : upstreams) {
            for (LiveFrame.Target target : upstream.targets()) {
                if (Health.isDown(target)) {
                    String words = Texts.get("overview.attention.down", upstream.name(), target.address());
                    found.add(new Attention(Status.BAD, words, new ObjectKey("upstreams", upstream.name())));
                }
            }
        }
        for (Notable one : notable) {
            found.add(new Attention(one.status(), one.words(), one.about()));
        }
        if (dropped > 0) {
            found.add(new Attention(Status.ATTENTION, Texts.get("overview.attention.dropped", dropped), null));
        }
        return found;
    }
}
