package dev.gatehouse.app.screen.overview;

import dev.gatehouse.app.client.LiveFrame;
import dev.gatehouse.app.look.Status;
import dev.gatehouse.app.text.Texts;

/** A target's health as status and words. */
final class Health {
    private Health() {}

    static boolean isDown(LiveFrame.Target target) {
        return target.health().equals("down");
    }

    static Status status(LiveFrame.Target target) {
        return switch (target.health()) {
            case "up" -> Status.GOOD;
            case "down" -> Status.BAD;
            default -> Status.OFF;
        };
    }

    static String words(LiveFrame.Target target) {
        return switch (target.health()) {
            case "up" -> Texts.get("overview.target.up", target.address());
            case "down" -> Texts.get("overview.target.down", target.address());
            default -> Texts.get("overview.target.unknown", target.address());
        };
    }
}
