package be.digicatalogue;

import be.digicatalogue.publication.CheckCommand;
import io.smallrye.config.SmallRyeConfig;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The commands of the packaged service, beside its start without any. */
@Command(
        name = "java -jar quarkus-run.jar",
        mixinStandardHelpOptions = true,
        versionProvider = Commands.class,
        description = "Starts Digi Catalogue, or runs a command.",
        footer = {
            "",
            "Without a command the service starts; Ctrl-C stops it. Settings are environment variables, such as"
                    + " QUARKUS_HTTP_PORT and CATALOGUE_DATABASE_URL: docs/operating.md describes them all."
        })
final class Commands implements IVersionProvider {

    /** Runs a command; returns its exit code. */
    static int run(Supplier<SmallRyeConfig> config, String... arguments) {
        return new CommandLine(new Commands())
                .addSubcommand(new CheckCommand(out -> InstallationCheck.passes(config.get(), out)))
                .execute(arguments);
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Digi Catalogue " + Commands.class.getPackage().getImplementationVersion()};
    }
}
