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

/** One attempt to publish: its curator, its progress and its result. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Publication {

    enum Status {
        /** It is being read, checked or written. */
        RUNNING,
        /** A dry run has finished. */
        CHECKED,
        /** The checks found errors, so nothing was written. */
        REFUSED,
        /** It would change nothing, so there is no new revision. */
        UNCHANGED,
        PUBLISHED,
        /**
         * It failed, or another publication was running. Nothing was written, unless the detail says that this is unknown.
         */
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

    /** The progress of a stage, in rows. */
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
    private volatile Boolean served;
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

    /** The progress; absent once it has ended. */
    @JsonProperty
    Progress progress() {
        return status == Status.RUNNING ? progress : null;
    }

    /** The reason for the failure. */
    @JsonProperty
    Message detail() {
        return detail;
    }

    /** The revision that it created. */
    @JsonProperty
    Long revision() {
        return revision;
    }

    /** Whether this instance serves the revision already; absent before it is published. */
    @JsonProperty
    Boolean served() {
        return served;
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
        served = false;
        return ended(Status.PUBLISHED);
    }

    void isServed() {
        served = true;
    }

    Publication failed(Message why) {
        detail = why;
        return ended(Status.FAILED);
    }
}
