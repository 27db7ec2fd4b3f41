package dev.supertask.launch;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

import dev.supertask.keeper.NativeText;

/// Prints its words and its variable ODD in hex.
final class OwnWordsMain {
    private OwnWordsMain() {}

    static void main(String[] args) {
        String words = Arrays.stream(OwnArguments.read(args)).map(OwnWordsMain::hex).collect(Collectors.joining(","));
        System.out.print(words + ";" + hex(OwnEnvironment.read().getOrDefault("ODD", "")));
    }

    private static String hex(String word) {
        return HexFormat.of().formatHex(NativeText.bytes(word));
    }
}
