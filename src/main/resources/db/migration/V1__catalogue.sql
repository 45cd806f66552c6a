-- The facts of the catalogue, one table for each kind. Rules that hold for the facts are constraints here,
-- so that no way of writing can break them. References are checked at commit, so rows may come in any order.
-- Coordinates are WGS84 degrees within the area that the service accepts: Flanders and Brussels with ample room around.

CREATE DOMAIN slug AS text CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(VALUE) <= 100);
CREATE DOMAIN nis_code AS text CHECK (VALUE ~ '^[0-9]{5}$');
CREATE DOMAIN postal_code AS text CHECK (VALUE ~ '^[1-9][0-9]{3}$');
CREATE DOMAIN filled_text AS text CHECK (VALUE ~ '\S' AND VALUE = btrim(VALUE));
CREATE DOMAIN web_address AS text CHECK (VALUE ~ '^https?://\S+$');
-- A year, a month or a day.
CREATE DOMAIN calendar_date AS text CHECK (VALUE ~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$');

CREATE TABLE revision (
    number       bigint PRIMARY KEY CHECK (number > 0),
    published_at timestamptz NOT NULL DEFAULT now(),
    reason       filled_text NOT NULL
);

-- Whoever commits a revision tells every instance that listens.
CREATE FUNCTION announce_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('catalogue_revision', NEW.number::text);
    RETURN NULL;
END $$;

CREATE TRIGGER announce AFTER INSERT ON revision FOR EACH ROW EXECUTE FUNCTION announce_revision();

-- Ends every transaction that changes facts: the next revision, announced when the transaction commits.
CREATE FUNCTION publish_revision(why text) RETURNS bigint LANGUAGE sql AS $$
    INSERT INTO revision (number, reason)
    SELECT coalesce(max(number), 0) + 1, why FROM revision
    RETURNING number;
$$;

CREATE TABLE source (
    id          slug PRIMARY KEY,
    kind        text NOT NULL CHECK (kind IN ('parliamentary-question', 'open-data')),
    title       filled_text NOT NULL,
    publisher   filled_text,
    date        calendar_date,
    number      filled_text,
    answered_by filled_text,
    licence     filled_text,
    credit      filled_text,
    url         web_address,
    about_nl    filled_text,
    about_en    filled_text
);

CREATE TABLE province (
    id        slug PRIMARY KEY,
    kind      text NOT NULL CHECK (kind IN ('province', 'region')),
    iso_code  text NOT NULL UNIQUE CHECK (iso_code ~ '^BE-[A-Z]{3}$'),
    nis_code  nis_code NOT NULL UNIQUE,
    nuts_code text NOT NULL UNIQUE CHECK (nuts_code ~ '^BE[0-9]{1,2}$'),
    name_nl   filled_text NOT NULL,
    name_fr   filled_text NOT NULL,
    name_de   filled_text NOT NULL,
    name_en   filled_text NOT NULL,
    outline   text NOT NULL,
    sources   text[] NOT NULL DEFAULT '{}',
    urls      text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE municipality (
    nis_code    nis_code PRIMARY KEY,
    name        filled_text NOT NULL,
    province    slug NOT NULL REFERENCES province DEFERRABLE INITIALLY DEFERRED,
    lat         double precision NOT NULL CHECK (lat BETWEEN 49 AND 52),
    lon         double precision NOT NULL CHECK (lon BETWEEN 2 AND 7),
    valid_from  date,
    valid_to    date CHECK (valid_to >= valid_from),
    merged_into nis_code REFERENCES municipality DEFERRABLE INITIALLY DEFERRED,
    sources     text[] NOT NULL DEFAULT '{}',
    urls        text[] NOT NULL DEFAULT '{}',
    CHECK (merged_into IS NULL OR (valid_to IS NOT NULL AND merged_into <> nis_code))
);

CREATE TABLE place (
    id           slug PRIMARY KEY,
    postal_code  postal_code NOT NULL,
    locality     filled_text NOT NULL,
    municipality nis_code NOT NULL REFERENCES municipality DEFERRABLE INITIALLY DEFERRED,
    lat          double precision NOT NULL CHECK (lat BETWEEN 49 AND 52),
    lon          double precision NOT NULL CHECK (lon BETWEEN 2 AND 7),
    sources      text[] NOT NULL DEFAULT '{}',
    urls         text[] NOT NULL DEFAULT '{}',
    UNIQUE (postal_code, locality)
);

CREATE TABLE organisation (
    id                slug PRIMARY KEY,
    name              filled_text NOT NULL,
    name_in_source    filled_text NOT NULL,
    -- Short and former names that the two names do not have.
    also_known_as     text[] NOT NULL DEFAULT '{}',
    kind              text NOT NULL CHECK (kind IN ('university', 'university-college', 'research-centre', 'cluster',
                          'campus', 'hospital', 'government-agency', 'chamber-of-commerce')),
    website           web_address,
    enterprise_number text UNIQUE CHECK (enterprise_number ~ '^[01][0-9]{9}$'
                          AND 97 - left(enterprise_number, 8)::bigint % 97 = right(enterprise_number, 2)::bigint),
    street            filled_text,
    house_number      filled_text,
    postal_code       postal_code,
    municipality      nis_code REFERENCES municipality DEFERRABLE INITIALLY DEFERRED,
    lat               double precision CHECK (lat BETWEEN 49 AND 52),
    lon               double precision CHECK (lon BETWEEN 2 AND 7),
    precision         text CHECK (precision IN ('address', 'street', 'locality', 'municipality')),
    verified_on       date,
    remark_nl         filled_text,
    remark_en         filled_text,
    sources           text[] NOT NULL DEFAULT '{}',
    urls              text[] NOT NULL DEFAULT '{}',
    CHECK ((lat IS NULL) = (lon IS NULL) AND (lat IS NULL) = (precision IS NULL)),
    CHECK (house_number IS NULL OR street IS NOT NULL)
);

CREATE TABLE consortium (
    province   slug PRIMARY KEY REFERENCES province DEFERRABLE INITIALLY DEFERRED,
    name       filled_text NOT NULL,
    valid_from date,
    valid_to   date CHECK (valid_to >= valid_from),
    remark_nl  filled_text,
    remark_en  filled_text,
    sources    text[] NOT NULL DEFAULT '{}',
    urls       text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE consortium_member (
    province     slug NOT NULL REFERENCES consortium DEFERRABLE INITIALLY DEFERRED,
    organisation slug NOT NULL REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    role         text NOT NULL CHECK (role IN ('lead', 'knowledge-partner')),
    position     integer NOT NULL CHECK (position > 0),
    valid_from   date,
    valid_to     date CHECK (valid_to >= valid_from),
    sources      text[] NOT NULL DEFAULT '{}',
    urls         text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (province, organisation),
    UNIQUE (province, position) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE voka_office (
    id           slug PRIMARY KEY,
    chamber      slug REFERENCES organisation DEFERRABLE INITIALLY DEFERRED,
    name         filled_text NOT NULL,
    site         filled_text,
    street       filled_text,
    house_number filled_text,
    postal_code  postal_code NOT NULL,
    municipality nis_code NOT NULL REFERENCES municipality DEFERRABLE INITIALLY DEFERRED,
    lat          double precision CHECK (lat BETWEEN 49 AND 52),
    lon          double precision CHECK (lon BETWEEN 2 AND 7),
    precision    text CHECK (precision IN ('address', 'street', 'locality', 'municipality')),
    email        text CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
    phone        text CHECK (phone ~ '^\+[0-9][0-9 ]{5,20}$'),
    website      web_address,
    confirmed    text NOT NULL CHECK (confirmed IN ('address', 'street', 'site', 'municipality', 'no')),
    verified_on  date,
    remark_nl    filled_text,
    remark_en    filled_text,
    sources      text[] NOT NULL DEFAULT '{}',
    urls         text[] NOT NULL DEFAULT '{}',
    CHECK ((lat IS NULL) = (lon IS NULL) AND (lat IS NULL) = (precision IS NULL)),
    CHECK (house_number IS NULL OR street IS NOT NULL)
);

CREATE TABLE digibank (
    id              slug PRIMARY KEY,
    name            filled_text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('digibank', 'e-inclusion-network')),
    lead            filled_text,
    -- Only where no municipality is known; otherwise the provinces are those of its municipalities.
    province        slug REFERENCES province DEFERRABLE INITIALLY DEFERRED,
    website         web_address,
    call_round      integer CHECK (call_round BETWEEN 1 AND 5),
    status_nl       filled_text,
    status_en       filled_text,
    valid_from      date,
    valid_to        date CHECK (valid_to >= valid_from),
    supported_until date,
    verified_on     date,
    remark_nl       filled_text,
    remark_en       filled_text,
    sources         text[] NOT NULL DEFAULT '{}',
    urls            text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE digibank_municipality (
    digibank     slug NOT NULL REFERENCES digibank DEFERRABLE INITIALLY DEFERRED,
    municipality nis_code NOT NULL REFERENCES municipality DEFERRABLE INITIALLY DEFERRED,
    position     integer NOT NULL CHECK (position > 0),
    sources      text[] NOT NULL DEFAULT '{}',
    urls         text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (digibank, municipality)
);

CREATE TABLE service (
    code           text PRIMARY KEY CHECK (code IN ('device-loan', 'hardware-collection', 'training', 'open-helpdesk',
                       'essential-services', 'repair', 'public-computers', 'wifi')),
    label_nl       filled_text NOT NULL,
    label_fr       filled_text NOT NULL,
    label_de       filled_text NOT NULL,
    label_en       filled_text NOT NULL,
    description_nl filled_text NOT NULL,
    description_fr filled_text NOT NULL,
    description_de filled_text NOT NULL,
    description_en filled_text NOT NULL,
    sources        text[] NOT NULL DEFAULT '{}',
    urls           text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE service_point (
    id            slug PRIMARY KEY,
    digibank      slug REFERENCES digibank DEFERRABLE INITIALLY DEFERRED,
    name          filled_text NOT NULL,
    location_type text NOT NULL CHECK (location_type IN ('fixed', 'mobile', 'hybrid')),
    street        filled_text,
    house_number  filled_text,
    postal_code   postal_code,
    municipality  nis_code NOT NULL REFERENCES municipality DEFERRABLE INITIALLY DEFERRED,
    lat           double precision CHECK (lat BETWEEN 49 AND 52),
    lon           double precision CHECK (lon BETWEEN 2 AND 7),
    precision     text CHECK (precision IN ('address', 'street', 'locality', 'municipality')),
    -- The codes of the service table.
    services      text[] NOT NULL CHECK (services <@ ARRAY['device-loan', 'hardware-collection', 'training',
                      'open-helpdesk', 'essential-services', 'repair', 'public-computers', 'wifi']),
    -- What of the address follows from something else than the source of the point.
    derived       text[] NOT NULL DEFAULT '{}' CHECK (derived <@ ARRAY['postal-code', 'host-building']),
    opening_hours filled_text,
    phone         text CHECK (phone ~ '^\+[0-9][0-9 ]{5,20}$'),
    email         text CHECK (email ~ '^[^@\s]+@[^@\s]+$'),
    website       web_address,
    verified_on   date,
    remark_nl     filled_text,
    remark_en     filled_text,
    sources       text[] NOT NULL DEFAULT '{}',
    urls          text[] NOT NULL DEFAULT '{}',
    CHECK ((lat IS NULL) = (lon IS NULL) AND (lat IS NULL) = (precision IS NULL)),
    CHECK (house_number IS NULL OR street IS NOT NULL)
);

CREATE TABLE programme (
    id         slug PRIMARY KEY,
    position   integer NOT NULL CHECK (position > 0),
    name_nl    filled_text NOT NULL,
    name_en    filled_text NOT NULL,
    summary_nl filled_text NOT NULL,
    summary_en filled_text NOT NULL,
    valid_from date,
    valid_to   date CHECK (valid_to >= valid_from),
    remark_nl  filled_text,
    remark_en  filled_text,
    sources    text[] NOT NULL DEFAULT '{}',
    urls       text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE programme_text (
    programme slug NOT NULL REFERENCES programme DEFERRABLE INITIALLY DEFERRED,
    section   text NOT NULL CHECK (section IN ('about', 'way-of-working', 'fallback', 'financing', 'goal', 'service',
                  'evaluation', 'place')),
    position  integer NOT NULL CHECK (position > 0),
    title_nl  filled_text NOT NULL,
    title_en  filled_text NOT NULL,
    text_nl   filled_text NOT NULL,
    text_en   filled_text NOT NULL,
    sources   text[] NOT NULL DEFAULT '{}',
    urls      text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (programme, section, position)
);

CREATE TABLE subject (
    id        slug PRIMARY KEY,
    programme slug NOT NULL REFERENCES programme DEFERRABLE INITIALLY DEFERRED,
    name_nl   filled_text NOT NULL,
    name_en   filled_text NOT NULL,
    sources   text[] NOT NULL DEFAULT '{}',
    urls      text[] NOT NULL DEFAULT '{}'
);

CREATE TABLE figure (
    id            slug PRIMARY KEY,
    programme     slug NOT NULL REFERENCES programme DEFERRABLE INITIALLY DEFERRED,
    subject       slug NOT NULL REFERENCES subject DEFERRABLE INITIALLY DEFERRED,
    metric        slug NOT NULL,
    value         numeric NOT NULL,
    unit          filled_text NOT NULL,
    province      slug REFERENCES province DEFERRABLE INITIALLY DEFERRED,
    each_province boolean NOT NULL,
    period_start  calendar_date,
    period_end    calendar_date,
    as_of         calendar_date,
    note_nl       filled_text NOT NULL,
    note_en       filled_text NOT NULL,
    -- True for a sum or count of ours over what the source says.
    derived       boolean NOT NULL,
    sources       text[] NOT NULL DEFAULT '{}',
    urls          text[] NOT NULL DEFAULT '{}',
    CHECK (NOT each_province OR province IS NULL)
);

CREATE TABLE timeline_event (
    id        slug PRIMARY KEY,
    date      calendar_date NOT NULL,
    end_date  calendar_date,
    basis     text NOT NULL CHECK (basis IN ('explicit', 'inferred', 'approximate')),
    programme slug NOT NULL REFERENCES programme DEFERRABLE INITIALLY DEFERRED,
    what_nl   filled_text NOT NULL,
    what_en   filled_text NOT NULL,
    remark_nl filled_text,
    remark_en filled_text,
    sources   text[] NOT NULL DEFAULT '{}',
    urls      text[] NOT NULL DEFAULT '{}'
);

-- Two statements of the sources that cannot both be right. Types are those of the addresses: figures, timeline.
CREATE TABLE disagreement (
    first_type  text NOT NULL CHECK (first_type IN ('figures', 'timeline')),
    first_id    slug NOT NULL,
    second_type text NOT NULL CHECK (second_type IN ('figures', 'timeline')),
    second_id   slug NOT NULL,
    note_nl     filled_text NOT NULL,
    note_en     filled_text NOT NULL,
    sources     text[] NOT NULL DEFAULT '{}',
    urls        text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (first_type, first_id, second_type, second_id),
    CHECK ((first_type, first_id) <> (second_type, second_id))
);

CREATE FUNCTION both_sides_exist() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    side record;
BEGIN
    FOR side IN SELECT * FROM (VALUES (NEW.first_type, NEW.first_id), (NEW.second_type, NEW.second_id)) AS s (type, id) LOOP
        IF side.type = 'figures' AND NOT EXISTS (SELECT FROM figure WHERE id = side.id)
            OR side.type = 'timeline' AND NOT EXISTS (SELECT FROM timeline_event WHERE id = side.id) THEN
            RAISE foreign_key_violation USING MESSAGE = format('disagreement names %s %s, which does not exist', side.type, side.id);
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER both_sides_exist AFTER INSERT OR UPDATE ON disagreement
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION both_sides_exist();

-- Every fact has evidence, and the sources that it names exist.
CREATE FUNCTION sources_exist() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing text;
BEGIN
    SELECT s INTO missing FROM unnest(NEW.sources) AS s WHERE NOT EXISTS (SELECT FROM source WHERE id = s) LIMIT 1;
    IF missing IS NOT NULL THEN
        RAISE foreign_key_violation USING MESSAGE = format('%s names the source %s, which does not exist', TG_TABLE_NAME, missing);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION source_is_unused() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    fact text;
    used boolean;
BEGIN
    IF EXISTS (SELECT FROM source WHERE id = OLD.id) THEN
        RETURN NULL;
    END IF;
    FOR fact IN SELECT table_name FROM information_schema.columns
                WHERE table_schema = TG_TABLE_SCHEMA AND column_name = 'sources' LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM %I.%I WHERE $1 = ANY (sources))', TG_TABLE_SCHEMA, fact) INTO used USING OLD.id;
        IF used THEN
            RAISE foreign_key_violation USING MESSAGE = format('the source %s is evidence in %s', OLD.id, fact);
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER source_is_unused AFTER DELETE OR UPDATE OF id ON source
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION source_is_unused();

DO $$
DECLARE
    fact text;
BEGIN
    FOR fact IN SELECT table_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND column_name = 'sources' LOOP
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (cardinality(sources) + cardinality(urls) > 0)', fact, fact || '_has_evidence');
        EXECUTE format('CREATE CONSTRAINT TRIGGER sources_exist AFTER INSERT OR UPDATE OF sources ON %I
                        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sources_exist()', fact);
    END LOOP;
END $$;

-- The role that serves reads and publishes; it owns nothing and cannot change the schema. Revisions only grow.
GRANT USAGE ON SCHEMA public TO "${servingRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON source, province, municipality, place, organisation, consortium,
    consortium_member, voka_office, digibank, digibank_municipality, service, service_point, programme, programme_text,
    subject, figure, timeline_event, disagreement TO "${servingRole}";
GRANT SELECT, INSERT ON revision TO "${servingRole}";
