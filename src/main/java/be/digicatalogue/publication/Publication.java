package be.digicatalogue.publication;

import be.digicatalogue.dataset.Report;
import be.digicatalogue.fact.Message;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** One attempt to publish: who wants it, how far it is, and in the end what came of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Publication {

    enum Status {
        /** Being read, checked or written. */
        RUNNING,
        /** Checked only, as was asked. */
        CHECKED,
        /** Errors stopped it. */
        REFUSED,
        /** It would change nothing, so there is no new revision. */
        UNCHANGED,
        PUBLISHED,
        /** A fault, or somebody else published; nothing was written, unless the fault says that this is not known. */
        FAILED;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Stage {
        READING,
        CHECKING,
        WRITING;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far a stage is, in rows. */
    record Progress(Stage stage, int done, int total) {}

    private final UUID id = UUID.randomUUID();
    private final Instant startedAt = Instant.now();
    private final String by;
    private final String reason;
    private final boolean dryRun;
    private volatile Progress progress = new Progress(Stage.READING, 0, 0);
    private volatile Status status = Status.RUNNING;
    private volatile Message detail;
    private volatile Long revision;
    private volatile Report report;
    private volatile List<RowChange> changes;

    Publication(String by, String reason, boolean dryRun) {
        this.by = by;
        this.reason = reason;
        this.dryRun = dryRun;
    }

    @JsonProperty
    UUID id() {
        return id;
    }

    @JsonProperty
    Status status() {
        return status;
    }

    @JsonProperty
    Instant startedAt() {
        return startedAt;
    }

    @JsonProperty
    String by() {
        return by;
    }

    @JsonProperty
    String reason() {
        return reason;
    }

    @JsonProperty
    boolean dryRun() {
        return dryRun;
    }

    /** How far it is; absent once it has ended. */
    @JsonProperty
    Progress progress() {
        return status == Status.RUNNING ? progress : null;
    }

    /** Why it failed. */
    @JsonProperty
    Message detail() {
        return detail;
    }

    /** The revision that it made. */
    @JsonProperty
    Long revision() {
        return revision;
    }

    @JsonProperty
    Report report() {
        return report;
    }

    @JsonProperty
    Diff diff() {
        return changes == null ? null : Diff.of(changes);
    }

    void at(Stage stage, int done, int total) {
        progress = new Progress(stage, done, total);
    }

    void found(Report report, List<RowChange> changes) {
        this.report = report;
        this.changes = changes;
    }

    Publication ended(Status as) {
        status = as;
        return this;
    }

    Publication published(long number) {
        revision = number;
        return ended(Status.PUBLISHED);
    }

    Publication failed(Message why) {
        detail = why;
        return ended(Status.FAILED);
    }
}
