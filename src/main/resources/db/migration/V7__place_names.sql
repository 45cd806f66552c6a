-- The names of municipalities and localities in French, German and English, where they differ from the Dutch name.

CREATE TABLE municipality_name (
    municipality nis_code REFERENCES municipality DEFERRABLE INITIALLY DEFERRED,
    language     text CHECK (language IN ('fr', 'de', 'en')),
    name         filled_text NOT NULL,
    sources      text[] NOT NULL DEFAULT '{}',
    urls         text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (municipality, language),
    CONSTRAINT municipality_name_has_evidence CHECK (cardinality(sources) + cardinality(urls) > 0)
);

CREATE TABLE place_name (
    place    slug REFERENCES place DEFERRABLE INITIALLY DEFERRED,
    language text CHECK (language IN ('fr', 'de', 'en')),
    name     filled_text NOT NULL,
    sources  text[] NOT NULL DEFAULT '{}',
    urls     text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (place, language),
    CONSTRAINT place_name_has_evidence CHECK (cardinality(sources) + cardinality(urls) > 0)
);

CREATE CONSTRAINT TRIGGER sources_exist AFTER INSERT OR UPDATE OF sources ON municipality_name
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sources_exist();
CREATE CONSTRAINT TRIGGER sources_exist AFTER INSERT OR UPDATE OF sources ON place_name
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sources_exist();

CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON municipality_name
    FOR EACH ROW EXECUTE FUNCTION record_change('municipality-names', 'municipality', 'language');
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON place_name
    FOR EACH ROW EXECUTE FUNCTION record_change('place-names', 'place', 'language');

GRANT SELECT, INSERT, UPDATE, DELETE ON municipality_name, place_name TO "${servingRole}";
