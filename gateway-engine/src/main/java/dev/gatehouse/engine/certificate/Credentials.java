package dev.gatehouse.engine.certificate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Credentials by the name that a client asks for: exactly that name, else a wildcard for it, else the first. */
public final class Credentials {
    private final List<Credential> all;
    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> wildcard = new HashMap<>();

    /** Credentials in the order in which they are preferred; at least one. */
    public Credentials(List<Credential> all) {
        this.all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            for (String name : all.get(i).names()) {
                if (name.startsWith("*.")) {
                    wildcard.putIfAbsent(name.substring(2), i);
                } else {
                    exact.putIfAbsent(name, i);
                }
            }
        }
    }

    /** All of them, as preferred. */
    public List<Credential> all() {
        return all;
    }

    /** The number of the credential for a host in lower case; 0 for none and for one that no credential is for. */
    public int choose(@Nullable String host) {
        Integer found = host == null ? null : find(host);
        return found == null ? 0 : found;
    }

    /** Whether one of them is for a host, or for all hosts of a pattern that begins with {@code *.}. */
    public boolean covers(String host) {
        return host.startsWith("*.") ? wildcard.containsKey(host.substring(2)) : find(host) != null;
    }

    private @Nullable Integer find(String host) {
        Integer own = exact.get(host);
        int dot = host.indexOf('.');
        return own != null || dot < 0 ? own : wildcard.get(host.substring(dot + 1));
    }
}
