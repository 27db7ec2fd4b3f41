package dev.supertask.request.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.supertask.request.errand.FailedException;

/// Which addresses may be asked: not those of this link only (169.254/16, fe80::/10), and not those by which clouds tell
/// machines about themselves, and hand them keys: nobody means them who writes down a URL, but whoever can change where
/// it leads does.
final class AddressGuard {
    /// Of AWS, Google, Alibaba, Azure and Oracle, where they are not of the link.
    private static final List<InetAddress> METADATA = Stream.of("fd00:ec2::254", "fd20:ce::254", "100.100.100.200",
            "168.63.129.16", "192.0.0.192").map(InetAddress::ofLiteral).toList();
    // RFC 6052: IPv4 addresses, written as those of IPv6.
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};

    private AddressGuard() {}

    /// The first of these that may not be asked.
    static Optional<InetAddress> forbidden(Stream<InetAddress> addresses) {
        return addresses.filter(AddressGuard::isForbidden).findFirst();
    }

    private static boolean isForbidden(InetAddress address) {
        return address.isLinkLocalAddress() || METADATA.contains(address) || within(address).filter(
                AddressGuard::isForbidden).isPresent();
    }

    /// The address of IPv4 that one of IPv6 stands for.
    private static Optional<InetAddress> within(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != 16
                || !Arrays.equals(bytes, 0, 12, NAT64, 0, 12) && !Arrays.equals(bytes, 0, 12, new byte[12], 0,
                        12)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /// Makes sure that a host is known and may be asked, whose address may also be written out in its place.
    static void require(String host, boolean allowed) throws FailedException {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            Optional<InetAddress> forbidden = allowed ? Optional.empty() : forbidden(Stream.of(addresses));
            if (forbidden.isPresent()) {
                throw new FailedException(refusal(host, forbidden.get()));
            }
        } catch (UnknownHostException e) {
            throw new FailedException(e.getMessage() != null && e.getMessage().contains(" · ")
                    ? e.getMessage()
                    : "no host \"" + host + "\" is known", e);
        }
    }

    /// What is said of an address that may not be asked.
    static String refusal(String host, InetAddress address) {
        return "\"" + host + "\" is " + address.getHostAddress()
                + ", an address of this link or of a metadata service, and is"
                + " not asked · write \"allow-link-local: true\" if it is meant";
    }
}
