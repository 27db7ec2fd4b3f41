package dev.supertask.request.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import dev.supertask.request.sql.SqlText.Statement;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void splitsAtSemicolonsAndKnowsTheLines() {
        assertEquals(List.of(new Statement("a", 1), new Statement("b\nc", 3), new Statement("d", 7)),
                new SqlText("a;\n\nb\nc ;;\n -- e;\n/* f; */\nd\n").statements());
        assertEquals(List.of(), new SqlText(" ;\n-- only a comment").statements());
    }

    @Test
    void leavesAloneWhatIsQuoted() {
        for (String quoted : List.of("'a;'';b'", "\"a;\"\"b\"", "`a;`", "E'a\\';b'", "e'\\\\'", "$$a;b$$",
                "$_x1$;$$;$_x1$",
                "1 /* ; /* ; */ ; */ + 1", "1 -- ;\n+ 1", "$ü$;$ü$")) {
            assertEquals(
                    List.of(new Statement("select " + quoted, 1), new Statement("b", (int) quoted.lines().count())),
                    new SqlText("select " + quoted + ";b").statements());
        }
    }

    @Test
    void isNotMisledByWhatOnlyLooksLikeAQuote() {
        assertEquals(2, new SqlText("select a$1$b; select 'x\\'; ").statements().size());
        assertEquals(2, new SqlText("select like'\\'; select '").statements().size(), "a word before a quote is no E");
        assertEquals(1, new SqlText("select 'not closed; x").statements().size());
        assertEquals(1, new SqlText("select $a$ not closed; x").statements().size());
        assertEquals(2, new SqlText("select 4 - 3 / 2; select 1").statements().size());
    }

    @Test
    void findsParametersOutsideOfQuotesOnly() {
        assertEquals("select <a>, x::int, '?:a', a[1:n], <?> /* :a */ from \":b\" where :1 = <été_2>",
                new SqlText("select :a, x::int, '?:a', a[1:n], ? /* :a */ from \":b\" where :1 = :été_2")
                        .withParameters((name, out) -> out.append('<').append(name).append('>')));
    }
}
