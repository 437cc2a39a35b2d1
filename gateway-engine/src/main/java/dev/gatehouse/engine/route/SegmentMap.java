package dev.gatehouse.engine.route;

import org.jspecify.annotations.Nullable;

/** The static children of a trie's node, found by a region of a path without making a string of it. */
final class SegmentMap<N> {
    private static final int FEWEST = 4;

    private String[] keys = new String[FEWEST];
    private Object[] values = new Object[FEWEST];
    private int size;

    /** The child for path[from, to), or null. */
    @Nullable
    N get(String path, int from, int to) {
        if (size == 0) {
            return null;
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + path.charAt(i); // as String.hashCode, so that keys need no hash of their own
        }
        int mask = keys.length - 1;
        for (int slot = spread(hash) & mask; keys[slot] != null; slot = slot + 1 & mask) {
            String key = keys[slot];
            if (key.length() == to - from && path.startsWith(key, from)) {
                return value(slot);
            }
        }
        return null;
    }

    @Nullable
    N get(String key) {
        return get(key, 0, key.length());
    }

    /** Adds a child whose key is not there yet. */
    void put(String key, N value) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        insert(key, value);
        size++;
    }

    /** All keys, in no order; null where a slot is free. */
    @Nullable
    String[] slots() {
        return keys;
    }

    @SuppressWarnings("unchecked") // only N goes in
    N value(int slot) {
        return (N) values[slot];
    }

    private void insert(String key, Object value) {
        int mask = keys.length - 1;
        int slot = spread(key.hashCode()) & mask;
        while (keys[slot] != null) {
            slot = slot + 1 & mask;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        String[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new String[oldKeys.length * 2];
        values = new Object[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != null) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int spread(int hash) {
        return hash ^ hash >>> 16;
    }
}
