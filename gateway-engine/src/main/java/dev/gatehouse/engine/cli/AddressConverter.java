package dev.gatehouse.engine.cli;

import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code ADDRESS:PORT}; IPv6 in brackets. */
final class AddressConverter implements ITypeConverter<InetSocketAddress> {
    @Override
    public InetSocketAddress convert(String value) {
        int colon = value.lastIndexOf(':');
        String host = colon < 0 ? "" : value.substring(0, colon);
        String port = value.substring(colon + 1);
        if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new TypeConversionException("'" + value + "' is not ADDRESS:PORT, such as 127.0.0.1:8001");
        }
        InetSocketAddress address = new InetSocketAddress(
                host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host,
                Integer.parseInt(port));
        if (address.isUnresolved()) {
            throw new TypeConversionException("'" + host + "' is not a name or address of this machine");
        }
        return address;
    }
}
