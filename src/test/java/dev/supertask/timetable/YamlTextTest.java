package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/// Results as YAML.
class YamlTextTest {
    @Test
    void whatCouldBeTakenForSomethingElseIsQuoted() {
        assertEquals("""
                - 'yes'
                - '1'
                - 'null'
                - null
                - 1
                - true
                - "tab\\there"
                - 日本
                """, YamlText.write(Arrays.asList("yes", "1", "null", null, 1, true, "tab\there", "日本")));
    }

    @Test
    void severalLinesAreABlockAndLongOnesAreNotFolded() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("run", "one\ntwo\n");
        tree.put("list", List.of("a b ".repeat(40).strip()));
        tree.put("none", List.of());
        assertEquals("run: |\n  one\n  two\nlist:\n- " + "a b ".repeat(40).strip() + "\nnone: []\n",
                YamlText.write(tree));
    }
}
