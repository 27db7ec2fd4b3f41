package dev.supertask.request.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class GuardedAddressesTest {
    private static final LookupPolicy ANY = LookupPolicy.of(LookupPolicy.IPV4 | LookupPolicy.IPV6);

    @Test
    void refusesANameThatComesToMeanAnotherAddressBetweenTwoLooks() throws Exception {
        InetAddressResolver guarded = GuardedAddresses.guarding(
                new Rebinding(new ArrayDeque<>(List.of("192.0.2.1", "169.254.169.254", "fd00:ec2::254"))));
        GuardedAddresses.guard();

        assertEquals(List.of(InetAddress.ofLiteral("192.0.2.1")), guarded.lookupByName("evil.example", ANY).toList());
        var refused = assertThrows(UnknownHostException.class, () -> guarded.lookupByName("evil.example", ANY));
        assertEquals(
                "\"evil.example\" is 169.254.169.254, an address of this link or of a metadata service, and is not asked"
                        + " · write \"allow-link-local: true\" if it is meant",
                refused.getMessage());
        assertThrows(UnknownHostException.class, () -> guarded.lookupByName("evil.example", ANY));
    }

    /// A name server that changes its mind.
    private record Rebinding(Queue<String> answers) implements InetAddressResolver {
        @Override
        public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) {
            return Stream.of(InetAddress.ofLiteral(answers.remove()));
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            throw new UnknownHostException("nobody");
        }
    }
}
