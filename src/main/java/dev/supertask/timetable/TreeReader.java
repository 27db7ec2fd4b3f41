package dev.supertask.timetable;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/// Text becomes the raw tree. Built from SnakeYAML's events rather than its nodes, because these
/// hold several times the memory and forget that a key stood there twice.
final class TreeReader {
    /// No timetable nests deeper; a hostile one would overflow the stack.
    private static final int MAX_DEPTH = 50;

    private final Reading reading;
    private final Parser parser;
    private final Anchors anchors;
    private final Separators separators;

    private TreeReader(Reading reading) {
        LoaderOptions options = new LoaderOptions();
        // The caller has its own limit, which it can explain.
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.reading = reading;
        this.separators = new Separators(reading.source().text());
        this.parser = new ParserImpl(new StreamReader(separators.masked()), options);
        this.anchors = new Anchors(reading);
    }

    /// The text's one document; null where there is none, or where a mistake ended the reading.
    static @Nullable Yaml read(Reading reading) {
        if (Characters.refuse(reading)) {
            return null;
        }
        try {
            return new TreeReader(reading).document();
        } catch (MarkedYAMLException e) {
            reading.problems().add(SyntaxMistake.of(e, reading.source()));
        } catch (Unreadable e) {
            reading.mistake(e.at(), e.message(), e.remedy());
        } catch (YAMLException e) {
            reading.problems().mistake(reading.source().start(), "this is no YAML", null);
        }
        return null;
    }

    private @Nullable Yaml document() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return null;
        }
        parser.getEvent();
        Yaml root = node(1);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            Event second = parser.getEvent();
            throw new Unreadable(Span.of(second.getStartMark(), second.getEndMark()),
                    "a second document begins here",
                    "a timetable is one document: remove the line, or make two files");
        }
        return root;
    }

    private Yaml node(int depth) {
        NodeEvent event = (NodeEvent) parser.getEvent();
        Span start = Span.of(event.getStartMark(), event.getEndMark());
        if (event instanceof AliasEvent) {
            return anchors.follow(event.getAnchor(), start);
        }
        if (depth > MAX_DEPTH) {
            throw new Unreadable(start, "this is nested more than " + MAX_DEPTH + " levels deep",
                    "no timetable needs that");
        }
        String anchor = event.getAnchor();
        anchors.open(anchor);
        Yaml node = switch (event) {
            case ScalarEvent scalar -> scalar(scalar, start);
            case CollectionStartEvent collection -> collection(collection, start, depth);
            default -> throw new IllegalStateException("no node: " + event);
        };
        anchors.close(anchor, node);
        return node;
    }

    private Yaml collection(CollectionStartEvent event, Span start, int depth) {
        Tags.check(event.getTag(), start, reading);
        return event.is(Event.ID.SequenceStart) ? sequence(start, depth) : mapping(start, depth);
    }

    private Yaml.Scalar scalar(ScalarEvent event, Span span) {
        Tags.check(event.getTag(), span, reading);
        String text = separators.unmask(event.getValue());
        if (text.indexOf('\0') >= 0) {
            reading.mistake(span, "a NUL character cannot stand in a timetable", null);
            text = text.replace('\0', '\uFFFD');
        }
        return new Yaml.Scalar(span, Keys.one(text), event.isPlain() && event.getTag() == null);
    }

    private Yaml.Sequence sequence(Span start, int depth) {
        List<Yaml> items = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        return new Yaml.Sequence(start.until(end()), List.copyOf(items));
    }

    private Yaml.Mapping mapping(Span start, int depth) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Merge merge = new Merge(reading);
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Yaml key = node(depth + 1);
            Yaml value = node(depth + 1);
            if (!(key instanceof Yaml.Scalar name)) {
                refuseKey(key);
            } else if (Merge.isKey(name)) {
                merge.add(value);
            } else {
                entries.add(new Yaml.Entry(name, value));
            }
        }
        return new Yaml.Mapping(start.until(end()), merge.into(entries));
    }

    private void refuseKey(Yaml key) {
        if (!(key instanceof Yaml.Broken)) {
            reading.mistake(key.span(), "a key must be text, but is " + key.kind(), null);
        }
    }

    private Span end() {
        Event end = parser.getEvent();
        return Span.of(end.getStartMark(), end.getEndMark());
    }
}
