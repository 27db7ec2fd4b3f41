package dev.supertask.request.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Has every look-up of a name in this process pass the [AddressGuard], once that is asked for: there is no moment
/// between the check and the connection in which a name could come to mean another address. Java finds it by a file in
/// `META-INF/services`, also in processes that never ask for it.
public final class GuardedAddresses extends InetAddressResolverProvider {
    private static volatile boolean guarded;

    /// For Java.
    public GuardedAddresses() {
        // It has nothing to do before the first look-up.
    }

    /// Refuses addresses from now on.
    static void guard() {
        guarded = true;
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return guarding(configuration.builtinResolver());
    }

    @Override
    public String name() {
        return "supertask";
    }

    /// A resolver that answers as another one does, unless the answer is refused.
    static InetAddressResolver guarding(InetAddressResolver other) {
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (!guarded) {
                    return other.lookupByName(host, policy);
                }
                List<InetAddress> found = other.lookupByName(host, policy).toList();
                Optional<InetAddress> forbidden = AddressGuard.forbidden(found.stream());
                if (forbidden.isPresent()) {
                    throw new UnknownHostException(AddressGuard.refusal(host, forbidden.get()));
                }
                return found.stream();
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return other.lookupByAddress(address);
            }
        };
    }
}
