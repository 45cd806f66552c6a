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
 * the bundled dataset, so that references can be checked.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Check a bundle (zip or xlsx) before it is published.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no errors, it could be published", "1:errors", "2:wrong usage, or the file cannot be read"})
public final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<bundle>", description = "The file to check.")
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

    /** Runs the command with the arguments after {@code check}; returns the exit code. */
    public static int run(String... arguments) {
        return new CommandLine(new CheckCommand()).execute(arguments);
    }

    @Override
    public Integer call() {
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
