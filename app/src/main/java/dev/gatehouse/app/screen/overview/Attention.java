package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that somebody should look at, in words.
 *
 * @param upstream whose upstream it is about; empty for none
 */
public record Attention(Status status, String words, String upstream) {
    /**
     * What there is now.
     *
     * @param subscriptions that wait for an approval
     * @param dropped observations
     */
    static List<Attention> of(int subscriptions, List<UpstreamRow> upstreams, long dropped) {
        List<Attention> found = new ArrayList<>();
        if (subscriptions > 0) {
            found.add(new Attention(Status.WAITING, Texts.get("overview.attention.approvals", subscriptions), ""));
        }
        for (UpstreamRow upstream : upstreams) {
            for (LiveFrame.Target target : upstream.targets()) {
                if (Health.isDown(target)) {
                    String words = Texts.get("overview.attention.down", upstream.name(), target.address());
                    found.add(new Attention(Status.BAD, words, upstream.name()));
                }
            }
        }
        if (dropped > 0) {
            found.add(new Attention(Status.ATTENTION, Texts.get("overview.attention.dropped", dropped), ""));
        }
        return found;
    }
}
