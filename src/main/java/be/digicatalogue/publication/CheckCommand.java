package be.digicatalogue.publication;

import be.digicatalogue.dataset.BundledDataset;
import be.digicatalogue.dataset.DataPackage;
import be.digicatalogue.dataset.Draft;
import be.digicatalogue.dataset.Report;
import be.digicatalogue.dataset.RowReader;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Message;
import be.digicatalogue.http.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Checks a bundle as a publication would, without a service or a database. Tables that are missing in the bundle come from
 * the bundled dataset, so that references can be checked. Without a bundle it checks the installation.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check a bundle (zip or xlsx) before it is published; without one, check the configuration, the"
                + " database and the data folder.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no errors", "1:errors", "2:wrong usage, or the file cannot be read"})
public final class CheckCommand implements Callable<Integer> {

    private final Predicate<PrintWriter> installation;

    @Parameters(paramLabel = "<bundle>", arity = "0..1", description = "The file to check.")
    private Path bundle;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(
            names = "--lang",
            paramLabel = "<nl|fr|de|en>",
            description = "Language of the report; that of the system when it is one of these, else English.")
    private String language = Locale.getDefault().getLanguage();

    @Spec
    private CommandSpec spec;

    /** @param installation prints what it finds, and returns false when the service could not start */
    public CheckCommand(Predicate<PrintWriter> installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (bundle == null) {
            return installation.test(spec.commandLine().getOut()) ? 0 : 1;
        }
        byte[] content;
        try {
            content = Files.readAllBytes(bundle);
        } catch (IOException unreadable) {
            throw new CommandLine.ParameterException(spec.commandLine(), "cannot read " + bundle);
        }
        var report = check(content);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(Json.write(report), StandardCharsets.UTF_8));
        } else {
            print(report, out);
        }
        return report.stops() ? 1 : 0;
    }

    private Report check(byte[] content) {
        var report = new Report();
        var bar = new ProgressBarBuilder()
                .setTaskName("check")
                .setInitialMax(2L * DataPackage.TABLES.size())
                .setStyle(ProgressBarStyle.ASCII);
        if (json || System.console() == null) {
            // Without a terminal there is no progress bar, because a pipeline would store its output.
            bar.setConsumer(new me.tongfei.progressbar.DelegatingProgressBarConsumer(line -> {}));
        }
        try (var progress = bar.build()) {
            var reading = new RowReader(report, progress::step).bundle(content);
            progress.stepTo(DataPackage.TABLES.size());
            var dataset = reading.draft().over(BundledDataset.dataset(), Draft.Mode.REPLACE);
            Checks.check(dataset, reading.draft(), report, progress::step);
            report.showRows(reading.draft());
        }
        return report;
    }

    private void print(Report report, PrintWriter out) {
        var spoken = Language.of(language).orElse(Language.EN);
        for (var finding : report.findings()) {
            var where = new StringBuilder();
            if (finding.file() != null) {
                where.append(finding.file());
            }
            if (finding.row() != null) {
                where.append(':').append(finding.row());
            }
            if (finding.column() != null) {
                where.append(' ').append(finding.column());
            }
            if (finding.value() != null) {
                where.append(" \"").append(finding.value()).append('"');
            }
            out.println(finding.severity() + " " + where + ": "
                    + finding.explanation().in(spoken));
        }
        out.println(
                Message.of("bundle.counts", report.errors(), report.warnings()).in(spoken));
    }
}
