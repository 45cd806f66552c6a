-- Days on which a service point has other hours than usual: closed that week, open that Sunday.

CREATE TABLE opening_exception (
    service_point slug REFERENCES service_point DEFERRABLE INITIALLY DEFERRED,
    valid_from    date,
    valid_to      date NOT NULL CHECK (valid_to >= valid_from),
    -- "off", or times in the opening_hours syntax of OpenStreetMap.
    hours         filled_text NOT NULL,
    remark_nl     filled_text,
    remark_en     filled_text,
    sources       text[] NOT NULL DEFAULT '{}',
    urls          text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (service_point, valid_from),
    CONSTRAINT opening_exception_has_evidence CHECK (cardinality(sources) + cardinality(urls) > 0)
);

CREATE CONSTRAINT TRIGGER sources_exist AFTER INSERT OR UPDATE OF sources ON opening_exception
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sources_exist();

-- Two exceptions about one day could not both be followed.
CREATE FUNCTION no_other_exception() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM opening_exception AS other
               WHERE other.service_point = NEW.service_point AND other.valid_from <> NEW.valid_from
                 AND other.valid_from <= NEW.valid_to AND other.valid_to >= NEW.valid_from) THEN
        RAISE exclusion_violation USING MESSAGE =
            format('another exception of %s is about a day from %s to %s', NEW.service_point, NEW.valid_from, NEW.valid_to);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER no_other_exception AFTER INSERT OR UPDATE ON opening_exception
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_other_exception();

GRANT SELECT, INSERT, UPDATE, DELETE ON opening_exception TO "${servingRole}";
