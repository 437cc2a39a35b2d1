package dev.gatehouse.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** What a layout may hold: structure, style classes and keys of texts; and that the text bundle has these keys and no more. */
class LayoutLawTest {
    private static final Path ROOT = Path.of(System.getProperty("gatehouse.root", ".."));
    private static final Set<String> TEXTS = Set.of("text", "promptText", "title", "description", "accessibleText");

    @Test
    void a_layout_has_no_numbers_colours_or_texts() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path file : layouts()) {
            Document document = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile());
            look(document.getDocumentElement(), file.getFileName().toString(), wrong);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_layout_is_a_screen_and_every_screen_has_one() throws IOException {
        assertThat(layouts().stream().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Screen.values())
                        .map(screen -> screen.fxml() + ".fxml")
                        .toList());
    }

    @Test
    void every_key_has_a_text_and_every_text_is_used() throws IOException {
        Set<String> inLayouts = new TreeSet<>();
        for (Path file : layouts()) {
            find("\"%([a-z0-9.-]+)\"", Files.readString(file), inLayouts);
        }
        assertThat(Texts.bundle().keySet()).containsAll(inLayouts);
        Set<String> literals = new TreeSet<>(inLayouts);
        Set<String> asked = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(ROOT.resolve("app/src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                String java = Files.readString(source);
                find("\"([a-z0-9.-]+)\"", java, literals);
                find("Texts\\.get\\(\\s*\"([^\"]+)\"", java, asked);
            }
        }
        assertThat(Texts.bundle().keySet()).containsAll(asked);
        assertThat(literals)
                .as("texts that nothing asks for are missing here")
                .containsAll(Texts.bundle().keySet());
    }

    private static void look(Element element, String place, List<String> wrong) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getNodeName();
            String value = attributes.item(i).getNodeValue();
            boolean number = value.matches("[-+]?[0-9.]+(px|em|%)?");
            boolean colour = value.matches("#[0-9a-fA-F]{3,8}") || value.contains("rgb(");
            boolean text = TEXTS.contains(name) && !value.startsWith("%");
            if (element.getTagName().equals("Tooltip")) {
                wrong.add(place + ": a Tooltip swallows Escape; use Tip");
            }
            if (number || colour || text || name.equals("style")) {
                wrong.add(place + ": " + element.getTagName() + " " + name + "=\"" + value + '"');
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                look(inner, place, wrong);
            } else if (child.getNodeType() == Node.TEXT_NODE
                    && !child.getNodeValue().isBlank()) {
                wrong.add(place + ": text in " + element.getTagName());
            }
        }
    }

    private static List<Path> layouts() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("fxml"))) {
            return files.filter(file -> file.toString().endsWith(".fxml"))
                    .sorted()
                    .toList();
        }
    }

    private static void find(String pattern, String text, Set<String> found) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }
}
