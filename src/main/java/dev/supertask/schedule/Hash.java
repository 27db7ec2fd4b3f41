package dev.supertask.schedule;

/// Hashes that never change, on any machine and in any version: plans depend on them.
final class Hash {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Hash() {}

    /// A number from 0 up to, and without, a bound: the same for the same text and salt. FNV-1a over the text's UTF-16
    /// units, then the finisher of SplitMix64, which spreads what differs in the last character only.
    static long below(long bound, String text, long salt) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return Long.remainderUnsigned(mixed(hash ^ mixed(salt + 0x9e3779b97f4a7c15L)), bound);
    }

    private static long mixed(long value) {
        long hash = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
