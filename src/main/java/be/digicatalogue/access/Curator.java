package be.digicatalogue.access;

import java.util.Set;

/**
 * Who keeps the facts right: a person or a program that has shown its token.
 *
 * @param name under which the history knows what this curator changed
 */
public record Curator(String name, Set<Role> roles) {

    public Curator {
        roles = Set.copyOf(roles);
    }
}
