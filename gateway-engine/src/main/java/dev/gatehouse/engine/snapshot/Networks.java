package dev.gatehouse.engine.snapshot;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** A set of IP networks. */
public final class Networks {
    private record Network(byte[] address, int bits) {
        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xff : 0xff << 8 - (bits - bit);
                if (((address[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> networks = new ArrayList<>();

    /**
     * Reads networks.
     *
     * @param texts addresses or networks in CIDR notation
     * @throws IllegalArgumentException if one is neither
     */
    public Networks(List<String> texts) {
        for (String text : texts) {
            int slash = text.indexOf('/');
            byte[] address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            networks.add(
                    new Network(address, slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1))));
        }
    }

    /** Whether an address is in one of the networks. */
    public boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Network network : networks) {
            if (network.contains(bytes)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address, as text, is in one of the networks; false for what is no IP address. */
    public boolean contains(String address) {
        try {
            return !networks.isEmpty() && contains(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether there is no network. */
    public boolean isEmpty() {
        return networks.isEmpty();
    }
}
