package dev.gatehouse.engine.upstream;

import org.jspecify.annotations.Nullable;

/** What a test wants of a choice. */
record Wanted(String key, @Nullable String pin, @Nullable Member been) implements Wish {
    Wanted() {
        this("", null, null);
    }

    static Wanted key(String key) {
        return new Wanted(key, null, null);
    }

    static Wanted pinned(String token) {
        return new Wanted("", token, null);
    }

    static Wanted another(Member than) {
        return new Wanted("", null, than);
    }

    @Override
    public boolean wasAt(Member member) {
        return been != null && member.index() == been.index();
    }
}
