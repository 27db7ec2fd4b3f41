package dev.supertask.testkit;

import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.supertask.wire.Json;

/// Checks YAML by a JSON Schema of draft 2020-12, as an editor does.
///
/// @param schema the schema
public record SchemaCheck(Schema schema) {

    /// By the text of a schema.
    public static SchemaCheck by(String schema) {
        return new SchemaCheck(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema));
    }

    /// What is wrong with a text.
    public List<String> wrong(String yaml) {
        return schema.validate(Json.line(CoreYaml.read(yaml)), InputFormat.JSON).stream().map(Object::toString)
                .toList();
    }
}
