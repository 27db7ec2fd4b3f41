package dev.supertask.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

/// Finds public types and public methods without a comment, with the compiler's own parser. Methods that override
/// one (`@Override`) and constructors need none.
final class Comments extends TreePathScanner<Void, Void> {
    private final DocTrees docs;
    private final CompilationUnitTree unit;
    private final List<String> missing;

    private Comments(DocTrees docs, CompilationUnitTree unit, List<String> missing) {
        this.docs = docs;
        this.unit = unit;
        this.missing = missing;
    }

    /// What has none, as `File.java: name`.
    static List<String> missing(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            return missingIn(manager.getJavaFileObjectsFromPaths(files));
        }
    }

    static List<String> missingIn(Iterable<? extends JavaFileObject> files) throws IOException {
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null,
                files);
        List<String> missing = new ArrayList<>();
        for (CompilationUnitTree unit : task.parse()) {
            new Comments(DocTrees.instance(task), unit, missing).scan(unit, null);
        }
        return missing;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        if (!isPublic(type.getModifiers().getFlags().contains(Modifier.PUBLIC))) {
            return null; // Nothing inside is public then.
        }
        require(type.getSimpleName().toString());
        return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        var modifiers = method.getModifiers();
        boolean declared = modifiers.getFlags().contains(Modifier.PUBLIC);
        boolean hidden = modifiers.getFlags().contains(Modifier.PRIVATE);
        boolean overrides = modifiers.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
        boolean constructor = method.getReturnType() == null;
        if (!hidden && !overrides && !constructor && isPublic(declared)) {
            require(method.getName() + "()");
        }
        return null; // What is declared inside a method is nobody else's.
    }

    /// Members of an interface are public without saying so.
    private boolean isPublic(boolean declared) {
        Tree.Kind outside = getCurrentPath().getParentPath().getLeaf().getKind();
        return declared || outside == Tree.Kind.INTERFACE;
    }

    private void require(String name) {
        if (docs.getDocComment(getCurrentPath()) == null) {
            missing.add(Path.of(unit.getSourceFile().getName()).getFileName() + ": " + name);
        }
    }
}
