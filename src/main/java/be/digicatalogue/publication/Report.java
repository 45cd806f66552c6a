package be.digicatalogue.publication;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** What was found in a check: every error and warning is counted, the first {@value #MOST} are told. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.NONE,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Report {

    static final int MOST = 1_000;

    private final List<Finding> findings = new ArrayList<>();
    private int errors;
    private int warnings;

    void add(Finding finding) {
        if (finding.severity() == Finding.Severity.ERROR) {
            errors++;
        } else {
            warnings++;
        }
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    @JsonProperty
    int errors() {
        return errors;
    }

    @JsonProperty
    int warnings() {
        return warnings;
    }

    @JsonProperty
    List<Finding> findings() {
        return findings;
    }

    boolean stops() {
        return errors > 0;
    }
}
