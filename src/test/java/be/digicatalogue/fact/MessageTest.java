package be.digicatalogue.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)}");

    /** How many arguments the code gives to each message, by its key. */
    private static Map<String, TreeSet<Integer>> uses() throws IOException {
        var uses = new TreeMap<String, TreeSet<Integer>>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var sources = Files.walk(Path.of("src/main/java"))) {
            var units = files.getJavaFileObjectsFromPaths(
                    sources.filter(file -> file.toString().endsWith(".java")).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, units);
            for (var unit : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                        if (call.getMethodSelect().toString().equals("Message.of")) {
                            var arguments = call.getArguments();
                            assertTrue(
                                    arguments.get(0) instanceof LiteralTree,
                                    () -> unit.getSourceFile().getName() + ": the key of " + call + " is no literal");
                            uses.computeIfAbsent(
                                            (String) ((LiteralTree) arguments.get(0)).getValue(),
                                            first -> new TreeSet<>())
                                    .add(arguments.size() - 1);
                        }
                        return super.visitMethodInvocation(call, unused);
                    }
                }.scan(unit, null);
            }
        }
        return uses;
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageHasItsWordsWithAPlaceForEachArgument(Language language) throws IOException {
        var bundle = ResourceBundle.getBundle("messages/problems", Locale.forLanguageTag(language.tag()));
        assertEquals(language.tag(), bundle.getLocale().getLanguage());
        var placeholders = new TreeMap<String, TreeSet<Integer>>();
        for (var key : bundle.keySet()) {
            var numbers = new TreeSet<Integer>();
            PLACEHOLDER
                    .matcher(bundle.getString(key))
                    .results()
                    .forEach(found -> numbers.add(Integer.valueOf(found.group(1))));
            assertEquals(IntStream.range(0, numbers.size()).boxed().toList(), List.copyOf(numbers), key);
            placeholders.put(key, new TreeSet<>(List.of(numbers.size())));
        }
        var used = uses();
        assertEquals(Set.of(), difference(used, placeholders), "used in the code, without words");
        assertEquals(Set.of(), difference(placeholders, used), "never used in the code");
    }

    private static Set<?> difference(Map<String, TreeSet<Integer>> some, Map<String, TreeSet<Integer>> others) {
        var more = new TreeSet<String>();
        some.forEach((key, arguments) -> {
            if (!arguments.equals(others.get(key))) {
                more.add(key + " " + arguments);
            }
        });
        return more;
    }

    /** A single apostrophe would swallow the placeholders behind it. */
    @ParameterizedTest
    @EnumSource
    void anApostropheIsWrittenAsMessageFormatReadsIt(Language language) {
        var bundle = ResourceBundle.getBundle("messages/problems", Locale.forLanguageTag(language.tag()));
        for (var key : bundle.keySet()) {
            var pattern = bundle.getString(key);
            assertEquals(-1, pattern.replace("''", "").indexOf('\''), key);
            assertEquals(
                    PLACEHOLDER.matcher(pattern).results().count(),
                    new MessageFormat(pattern, Locale.ROOT).getFormats().length,
                    key);
        }
    }

    /** The library of GraphQL has words of its own, and French is not among its languages. */
    @ParameterizedTest
    @ValueSource(strings = {"i18n/Validation", "i18n/Parsing"})
    void everyMessageOfTheLibraryOfGraphqlIsThereInFrench(String name) {
        var own = ResourceBundle.getBundle(name, Locale.ROOT);
        var french = ResourceBundle.getBundle(name, Locale.FRENCH);
        assertEquals(Locale.FRENCH, french.getLocale());
        for (var key : own.keySet()) {
            assertFalse(french.getString(key).equals(own.getString(key)), key);
        }
    }

    @Test
    void argumentsAreWrittenInTheLanguageOfTheSentence() {
        var message =
                Message.of("parameter.unexpected", "radius", 1_000_000, Message.of("expected.wholeNumber", 1, 100_000));
        assertEquals(
                "Invalid `radius` value `1000000`: expected a whole number from 1 to 100000.", message.in(Language.EN));
        assertEquals(
                "Ongeldige waarde `1000000` voor `radius`. Verwacht: een geheel getal van 1 tot 100000.",
                message.in(Language.NL));
        assertEquals(
                "Valeur `1000000` non valide pour `radius`. Attendu\u00a0: un nombre entier de 1 à 100000.",
                message.in(Language.FR));
        assertEquals(
                "Ungültiger Wert `1000000` für `radius`. Erwartet: eine ganze Zahl von 1 bis 100000.",
                message.in(Language.DE));
        assertEquals(
                "Kies een van Halle, Gent.",
                Message.of("place.severalWithName", "x", List.of(Text.name("Halle"), "Gent"))
                        .in(Language.NL)
                        .split("`x`\\. ")[1]);
    }
}
