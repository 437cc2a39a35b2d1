package dev.gatehouse.engine.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.route.Expressions;
import dev.gatehouse.engine.snapshot.Compiled;
import dev.gatehouse.engine.snapshot.SnapshotCompiler;
import dev.gatehouse.engine.spec.Binder;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What making a snapshot of a document costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ApplyBenchmark {
    private static final Catalogue CATALOGUE = Catalogue.of(List.of(), Destinations.BUILT_IN);

    @Param({"10000"})
    public int routes;

    private final SnapshotCompiler compiler = new SnapshotCompiler(new Expressions());
    private String text = "";
    private Parsed parsed = Document.parse("", Format.YAML);

    /** Writes the document. */
    @Setup
    public void prepare() {
        text = Shop.document(routes);
        parsed = Document.parse(text, Format.YAML);
        Compiled compiled = bindAndCompile();
        if (compiled.snapshot() == null || !compiled.warnings().isEmpty()) {
            throw new IllegalStateException(compiled.violations() + " " + compiled.warnings());
        }
    }

    /** Reads the text. */
    @Benchmark
    public Parsed parse() {
        return Document.parse(text, Format.YAML);
    }

    /** Binds the tree to records, checks it, and compiles the snapshot. */
    @Benchmark
    public Compiled bindAndCompile() {
        JsonNode tree = Objects.requireNonNull(parsed.tree(), () -> parsed.violations().toString());
        Configuration configuration = Objects.requireNonNull(
                Binder.bind(tree, CATALOGUE).configuration(), "the document has violations");
        return compiler.compile(1, configuration, null);
    }
}
