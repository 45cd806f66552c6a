package be.digicatalogue.access;

import java.util.Set;

/**
 * A person or program that maintains the facts and has presented a token.
 *
 * @param name the name under which the history records the changes of this curator
 */
public record Curator(String name, Set<Role> roles) {

    public Curator {
        roles = Set.copyOf(roles);
    }
}
