package be.digicatalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the packaged service is made of, and what the lists beside it tell. */
class SupplyChainIT {

    private static final Path SERVICE = Path.of("target/quarkus-app");
    private static final Pattern LICENSED =
            Pattern.compile("^ +\\((.+?)\\) .*\\(([^():\\s]+):([^:]+):([^:]+) - [^()]*\\)$");
    private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d.*)");

    @Test
    void everyLibraryIsInTheBillOfMaterials() throws IOException {
        var bill = SERVICE.resolve("bom.json");
        assumeTrue(Files.exists(bill), "Maven makes no bill of materials while it is offline");
        var listed = new HashSet<String>();
        for (var component : new ObjectMapper().readTree(bill.toFile()).get("components")) {
            listed.add(component.get("group").asText() + "."
                    + component.get("name").asText() + "-"
                    + component.get("version").asText());
        }
        assertEquals(Set.of(), without(libraries(), listed));
    }

    @Test
    void everyLibraryHasALicence() throws IOException {
        var libraries = libraries();
        assertTrue(libraries.size() > 200);
        var licensed = new HashSet<String>();
        for (var line : Files.readAllLines(SERVICE.resolve("licences.txt"))) {
            var library = LICENSED.matcher(line);
            if (library.matches() && !library.group(1).toLowerCase().contains("unknown")) {
                licensed.add(library.group(2) + "." + library.group(3) + "-" + library.group(4));
            }
        }
        assertEquals(Set.of(), without(libraries, licensed));
    }

    @Test
    void everyLibraryIsARelease() throws IOException {
        assertEquals(
                List.of(),
                libraries().stream().filter(name -> name.contains("SNAPSHOT")).toList());
    }

    @Test
    void noLibraryIsThereInTwoVersions() throws IOException {
        var versions = new TreeMap<String, Set<String>>();
        for (var library : libraries()) {
            var parts = VERSIONED.matcher(library);
            assertTrue(parts.matches(), library);
            versions.computeIfAbsent(parts.group(1), first -> new TreeSet<>()).add(parts.group(2));
        }
        versions.values().removeIf(each -> each.size() == 1);
        assertEquals("{}", versions.toString());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** The names of the jars: group, name and version. */
    private static Set<String> libraries() throws IOException {
        try (var files = Files.walk(SERVICE.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .map(name -> name.substring(0, name.length() - ".jar".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
