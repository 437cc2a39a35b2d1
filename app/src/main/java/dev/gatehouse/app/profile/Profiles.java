package dev.gatehouse.app.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The saved connections. Their tokens lie in a file each, never in the list. Any thread. */
public final class Profiles {
    private static final String LIST = "profiles.json";

    private final ConsoleFolder folder;

    /** Those of a folder. */
    public Profiles(ConsoleFolder folder) {
        this.folder = folder;
    }

    /** All, the latest used first. */
    public synchronized List<Profile> all() {
        return List.of(folder.read(LIST, Profile[].class, new Profile[0]));
    }

    /** Saves a profile and its token, and puts it first. */
    public synchronized void save(Profile profile, String token) throws IOException {
        folder.write(tokenFile(profile), token.getBytes(StandardCharsets.UTF_8));
        List<Profile> next = without(profile);
        next.addFirst(profile);
        folder.write(LIST, next);
    }

    /** Forgets a profile and its token. */
    public synchronized void remove(Profile profile) throws IOException {
        folder.write(LIST, without(profile));
        Files.deleteIfExists(folder.path(tokenFile(profile)));
    }

    /** A profile's token, if it is there and readable. */
    public synchronized Optional<String> token(Profile profile) {
        try {
            return Optional.of(Files.readString(folder.path(tokenFile(profile))).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private List<Profile> without(Profile profile) {
        List<Profile> rest = new ArrayList<>(all());
        rest.removeIf(each -> each.id().equals(profile.id()));
        return rest;
    }

    private static String tokenFile(Profile profile) {
        return "tokens/" + profile.id();
    }
}
