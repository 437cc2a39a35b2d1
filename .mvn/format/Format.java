import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks ({@code check}) or writes ({@code write}) the format of every Java source; exits 1 when a check finds a difference. */
class Format {
    public static void main(String[] args) throws Exception {
        boolean write = args.length > 0 && args[0].equals("write");
        var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        List<Path> different = new ArrayList<>();
        for (String module : List.of("gateway-engine", "app")) {
            Path sources = Path.of(module, "src");
            if (!Files.exists(sources)) continue;
            List<Path> files;
            try (var walk = Files.walk(sources)) {
                files = walk.filter(f -> f.toString().endsWith(".java")).sorted().toList();
            }
            for (Path file : files) {
                String before = Files.readString(file);
                String after = formatter.formatSourceAndFixImports(before);
                if (after.equals(before)) continue;
                different.add(file);
                if (write) Files.writeString(file, after);
            }
        }
        if (write) {
            System.out.println("formatted " + different.size() + " files");
        } else if (!different.isEmpty()) {
            different.forEach(f -> System.err.println("not formatted: " + f));
            System.err.println("run: mvn -N -q toolchains:select-jdk-toolchain@default exec:exec@format");
            System.exit(1);
        }
    }
}
