package be.digicatalogue.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A role of a curator. No role includes the other; a curator can have both. */
public enum Role {
    /** May add, change and remove single records. */
    EDITOR("catalogue-editor"),
    /** May publish whole tables and restore an earlier revision. */
    PUBLISHER("catalogue-publisher");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** The name in settings, in the {@code groups} of a JWT and in answers. */
    @JsonValue
    public String id() {
        return id;
    }

    static Optional<Role> named(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
