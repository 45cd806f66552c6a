-- Nothing is lost: every change of every row, written by the database itself, whichever way the row was written. A
-- transaction that changes facts ends with publish_revision; without it the changes name a revision that does not
-- exist, and the transaction cannot commit.

ALTER TABLE revision ADD COLUMN published_by filled_text;

CREATE FUNCTION publish_revision(why text, who text) RETURNS bigint LANGUAGE sql AS $$
    INSERT INTO revision (number, reason, published_by)
    SELECT coalesce(max(number), 0) + 1, why, who FROM revision
    RETURNING number;
$$;

CREATE TABLE change (
    position   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    revision   bigint NOT NULL REFERENCES revision DEFERRABLE INITIALLY DEFERRED,
    -- The table of the dataset and the row in it; keys of several columns are joined by commas.
    table_name text NOT NULL,
    key        text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
    -- The columns that are different.
    fields     text[] NOT NULL DEFAULT '{}',
    before     jsonb,
    after      jsonb,
    CHECK ((before IS NULL) = (kind = 'added') AND (after IS NULL) = (kind = 'removed')),
    CHECK ((kind = 'changed') = (cardinality(fields) > 0))
);

CREATE INDEX change_of_revision ON change (revision, position);
CREATE INDEX change_of_row ON change (table_name, key, position);

-- The arguments are the name of the table in a dataset and the columns of its key.
CREATE FUNCTION record_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    upcoming bigint;
    old_row jsonb;
    new_row jsonb;
    old_key text;
    new_key text;
    changed text[];
BEGIN
    -- Whoever else publishes waits until this transaction ends: two of them cannot make the same revision.
    PERFORM pg_advisory_xact_lock(1684629353);
    SELECT coalesce(max(number), 0) + 1 INTO upcoming FROM revision;
    IF TG_OP <> 'INSERT' THEN
        old_row := to_jsonb(OLD);
        SELECT string_agg(old_row ->> c, ',' ORDER BY n) INTO old_key FROM unnest(TG_ARGV[1:]) WITH ORDINALITY AS k (c, n);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        new_row := to_jsonb(NEW);
        SELECT string_agg(new_row ->> c, ',' ORDER BY n) INTO new_key FROM unnest(TG_ARGV[1:]) WITH ORDINALITY AS k (c, n);
    END IF;
    IF old_key = new_key THEN
        SELECT array_agg(key ORDER BY key) INTO changed FROM jsonb_each(new_row)
        WHERE value IS DISTINCT FROM old_row -> key;
        IF changed IS NOT NULL THEN
            INSERT INTO change (revision, table_name, key, kind, fields, before, after)
            VALUES (upcoming, TG_ARGV[0], new_key, 'changed', changed, old_row, new_row);
        END IF;
    ELSE
        IF old_key IS NOT NULL THEN
            INSERT INTO change (revision, table_name, key, kind, before)
            VALUES (upcoming, TG_ARGV[0], old_key, 'removed', old_row);
        END IF;
        IF new_key IS NOT NULL THEN
            INSERT INTO change (revision, table_name, key, kind, after)
            VALUES (upcoming, TG_ARGV[0], new_key, 'added', new_row);
        END IF;
    END IF;
    RETURN NULL;
END $$;

-- What is there already was added by the newest revision, as far as anybody knows.
DO $$
DECLARE
    facts record;
    newest bigint;
BEGIN
    SELECT max(number) INTO newest FROM revision;
    FOR facts IN SELECT * FROM (VALUES
        ('source', 'sources', 'id'),
        ('province', 'provinces', 'id'),
        ('municipality', 'municipalities', 'nis_code'),
        ('place', 'places', 'id'),
        ('organisation', 'organisations', 'id'),
        ('consortium', 'consortia', 'province'),
        ('consortium_member', 'consortium-members', 'province,organisation'),
        ('voka_office', 'voka-offices', 'id'),
        ('digibank', 'digibanks', 'id'),
        ('digibank_municipality', 'digibank-municipalities', 'digibank,municipality'),
        ('service', 'services', 'code'),
        ('service_point', 'service-points', 'id'),
        ('opening_exception', 'opening-exceptions', 'service_point,valid_from'),
        ('programme', 'programmes', 'id'),
        ('programme_text', 'programme-texts', 'programme,section,position'),
        ('subject', 'subjects', 'id'),
        ('figure', 'figures', 'id'),
        ('timeline_event', 'timeline', 'id'),
        ('disagreement', 'disagreements', 'first_type,first_id,second_type,second_id')) AS t (relation, name, key) LOOP
        IF newest IS NOT NULL THEN
            EXECUTE format(
                'INSERT INTO change (revision, table_name, key, kind, after)
                 SELECT $1, $2, concat_ws('','', %s), ''added'', to_jsonb(fact) FROM %I AS fact', facts.key, facts.relation)
            USING newest, facts.name;
        END IF;
        EXECUTE format(
            'CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION record_change(%s)',
            facts.relation,
            (SELECT string_agg(quote_literal(argument), ', ' ORDER BY n)
             FROM unnest(facts.name || string_to_array(facts.key, ',')) WITH ORDINALITY AS a (argument, n)));
    END LOOP;
END $$;

-- History grows and is read; whoever serves cannot rewrite it.
GRANT SELECT, INSERT ON change TO "${servingRole}";
