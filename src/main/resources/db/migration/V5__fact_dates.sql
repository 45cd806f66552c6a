-- Of when a field of a record is, as its source says: a year, a month or a day. A field whose date nobody knows has no row.

CREATE TABLE fact_date (
    -- A kind of record, as its address has it, and a property of its records.
    type      text NOT NULL CHECK (type IN ('partners', 'chambers', 'voka-offices', 'digibanks', 'service-points')),
    id        slug NOT NULL,
    field     filled_text NOT NULL,
    -- A day that exists; nothing here is older than the web.
    known_on  calendar_date NOT NULL CHECK (left(known_on, 4)::integer >= 1990 AND make_date(left(known_on, 4)::integer,
                  coalesce(nullif(substr(known_on, 6, 2), ''), '1')::integer,
                  coalesce(nullif(substr(known_on, 9, 2), ''), '1')::integer) IS NOT NULL),
    certainty text NOT NULL CHECK (certainty IN ('exact', 'about', 'not-before', 'inferred')),
    sources   text[] NOT NULL DEFAULT '{}',
    urls      text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (type, id, field),
    CONSTRAINT fact_date_has_evidence CHECK (cardinality(sources) + cardinality(urls) > 0)
);

CREATE CONSTRAINT TRIGGER sources_exist AFTER INSERT OR UPDATE OF sources ON fact_date
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sources_exist();

CREATE FUNCTION has_record(type text, id text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT CASE has_record.type
        WHEN 'partners' THEN EXISTS (SELECT FROM organisation AS o WHERE o.id = has_record.id AND o.kind <> 'chamber-of-commerce')
        WHEN 'chambers' THEN EXISTS (SELECT FROM organisation AS o WHERE o.id = has_record.id AND o.kind = 'chamber-of-commerce')
        WHEN 'voka-offices' THEN EXISTS (SELECT FROM voka_office AS o WHERE o.id = has_record.id)
        WHEN 'digibanks' THEN EXISTS (SELECT FROM digibank AS o WHERE o.id = has_record.id)
        WHEN 'service-points' THEN EXISTS (SELECT FROM service_point AS o WHERE o.id = has_record.id)
        ELSE false
    END;
$$;

CREATE FUNCTION dated_record_exists() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT has_record(NEW.type, NEW.id) THEN
        RAISE foreign_key_violation USING MESSAGE = format('a date names %s %s, which does not exist', NEW.type, NEW.id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER dated_record_exists AFTER INSERT OR UPDATE ON fact_date
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dated_record_exists();

-- A record does not go without its dates. The arguments are the kinds of record that the table holds.
CREATE FUNCTION no_date_is_left() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    left_over record;
BEGIN
    SELECT f.type, f.id INTO left_over FROM fact_date AS f
    WHERE f.type = ANY (TG_ARGV) AND f.id = OLD.id AND NOT has_record(f.type, f.id) LIMIT 1;
    IF FOUND THEN
        RAISE foreign_key_violation USING MESSAGE = format('a date names %s %s, which is gone', left_over.type, left_over.id);
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER no_date_is_left AFTER DELETE OR UPDATE OF id, kind ON organisation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_date_is_left('partners', 'chambers');
CREATE CONSTRAINT TRIGGER no_date_is_left AFTER DELETE OR UPDATE OF id ON voka_office
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_date_is_left('voka-offices');
CREATE CONSTRAINT TRIGGER no_date_is_left AFTER DELETE OR UPDATE OF id ON digibank
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_date_is_left('digibanks');
CREATE CONSTRAINT TRIGGER no_date_is_left AFTER DELETE OR UPDATE OF id ON service_point
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION no_date_is_left('service-points');

CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON fact_date
    FOR EACH ROW EXECUTE FUNCTION record_change('fact-dates', 'type', 'id', 'field');

GRANT SELECT, INSERT, UPDATE, DELETE ON fact_date TO "${servingRole}";
