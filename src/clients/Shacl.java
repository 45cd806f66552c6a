import java.util.List;
import java.util.TreeMap;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.Severity;

/** Validates a graph against files of shapes, and counts what each kind of finding says. */
class Shacl {

    public static void main(String[] files) {
        var data = RDFDataMgr.loadGraph(files[0]);
        long violations = 0;
        for (var file : List.of(files).subList(1, files.length)) {
            Shapes shapes;
            try {
                shapes = Shapes.parse(RDFDataMgr.loadGraph(file));
            } catch (RuntimeException malformed) {
                System.err.println(file + " are no shapes: " + malformed);
                System.exit(2);
                return;
            }
            var entries = ShaclValidator.get().validate(shapes, data).getEntries();
            var findings = new TreeMap<String, Integer>();
            for (var entry : entries) {
                var path = entry.resultPath() == null ? "" : entry.resultPath() + " ";
                findings.merge(entry.severity().level().getLocalName() + " " + path + entry.message(), 1, Integer::sum);
            }
            long broken = entries.stream().filter(entry -> entry.severity() == Severity.Violation).count();
            violations += broken;
            System.out.printf(
                    "%s: %d shapes with a target, %d violations, %d other findings%n",
                    file, shapes.numRootShapes(), broken, entries.size() - broken);
            findings.forEach((finding, count) -> System.out.println("  " + count + " x " + finding));
        }
        System.exit(violations == 0 ? 0 : 1);
    }
}
