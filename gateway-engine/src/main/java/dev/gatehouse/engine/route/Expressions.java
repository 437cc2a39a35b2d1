package dev.gatehouse.engine.route;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.gatehouse.engine.exchange.RequestHead;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiles {@code when} expressions (CEL). The environment costs half a second on a cold JVM, so it is made at the first
 * expression, on the thread that compiles a configuration; a text is compiled once.
 */
public final class Expressions {
    private static final int MOST_CHARACTERS = 4000;
    private static final int MOST_ITERATIONS = 1000;
    private static final int MOST_KEPT = 20_000;

    private static final class Environment {
        static final CelOptions OPTIONS = CelOptions.current()
                .enableHeterogeneousNumericComparisons(true) // the planner knows no other way
                .maxExpressionCodePointSize(MOST_CHARACTERS)
                .comprehensionMaxIterations(MOST_ITERATIONS)
                .build();
        static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .addVar("request.method", SimpleType.STRING)
                .addVar("request.scheme", SimpleType.STRING)
                .addVar("request.host", SimpleType.STRING)
                .addVar("request.path", SimpleType.STRING)
                .addVar("request.listener", SimpleType.STRING)
                .addVar("request.clientAddress", SimpleType.STRING)
                .addVar("request.clientCertificate.subject", SimpleType.STRING)
                .addVar("request.clientCertificate.names", ListType.create(SimpleType.STRING))
                .addVar("request.headers", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .addVar("request.query", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .setResultType(SimpleType.BOOL)
                .build();
        static final CelRuntime RUNTIME =
                CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    }

    private final Map<String, Condition> compiled = new ConcurrentHashMap<>();

    /** An expression is wrong; the message says where and why. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;

        Invalid(String message) {
            super(message);
        }
    }

    /**
     * Compiles an expression, or finds the compiled one.
     *
     * @throws Invalid if it does not parse, uses an unknown variable, or does not give a boolean
     */
    public Condition compile(String text) throws Invalid {
        Condition known = compiled.get(text);
        if (known != null) {
            return known;
        }
        CelValidationResult result = Environment.COMPILER.compile(text);
        if (result.hasError()) {
            CelIssue first = result.getErrors().getFirst();
            throw new Invalid("the expression is wrong at line "
                    + first.getSourceLocation().getLine() + ", column "
                    + (first.getSourceLocation().getColumn() + 1) + ": " + first.getMessage());
        }
        try {
            CelRuntime.Program program = Environment.RUNTIME.createProgram(result.getAst());
            Condition condition = head -> holds(program, head);
            if (compiled.size() >= MOST_KEPT) {
                compiled.clear(); // a bound, not a policy: texts in use are compiled again at the next apply
            }
            compiled.put(text, condition);
            return condition;
        } catch (CelValidationException | CelEvaluationException e) {
            throw new Invalid("the expression cannot be used: " + e.getMessage());
        }
    }

    private static boolean holds(CelRuntime.Program program, RequestHead head) {
        try {
            return Boolean.TRUE.equals(program.eval(new HeadVariables(head)));
        } catch (CelEvaluationException e) {
            return false; // such as a header that is not there
        }
    }
}
