package dev.gatehouse.app.profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The saved connections. Their tokens lie encrypted in a file each, never in the list. Any thread. */
public final class Profiles {
    private static final String LIST = "profiles.json";

    private final ConsoleFolder folder;
    private final TokenVault vault;

    /** Those of a folder. */
    public Profiles(ConsoleFolder folder) {
        this.folder = folder;
        vault = new TokenVault(folder);
    }

    /** All, the latest used first. */
    public synchronized List<Profile> all() {
        return List.of(folder.read(LIST, Profile[].class, new Profile[0]));
    }

    /** Saves a profile and its token, and puts it first. */
    public synchronized void save(Profile profile, String token) throws IOException {
        vault.put(profile.id(), token);
        List<Profile> next = without(profile);
        next.addFirst(profile);
        folder.write(LIST, next);
    }

    /** Forgets a profile and its token. */
    public synchronized void remove(Profile profile) throws IOException {
        folder.write(LIST, without(profile));
        vault.remove(profile.id());
    }

    /** A profile's token, if it is there and readable. */
    public synchronized Optional<String> token(Profile profile) {
        return vault.get(profile.id());
    }

    private List<Profile> without(Profile profile) {
        List<Profile> rest = new ArrayList<>(all());
        rest.removeIf(each -> each.id().equals(profile.id()));
        return rest;
    }
}
