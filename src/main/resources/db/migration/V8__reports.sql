-- Reports that something in the catalogue is wrong. They are no facts: they have no history and no revision, and nothing here
-- says who reports. The way back to the reporter is a secret address, of which only the hash is kept.

-- What a back-up that is restored does not have: the database and the table have other numbers then. A secret address counts
-- only where it was given out, so that restoring a back-up voids all of them. Folders that are put back keep their numbers;
-- for them there is void_secret_addresses().
CREATE FUNCTION secret_home() RETURNS text LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN concat_ws('-', (SELECT system_identifier FROM pg_control_system()),
        (SELECT oid FROM pg_database WHERE datname = current_database()), 'report'::regclass::oid);
END $$;

CREATE TABLE report (
    number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- SHA-256 of the token in the secret address; none once the address has expired.
    token_hash bytea UNIQUE CHECK (length(token_hash) = 32),
    token_home text NOT NULL DEFAULT secret_home(),
    -- A kind of record and the id of a record, as its address has them; no id for a record that is missing.
    type       text NOT NULL,
    record     text,
    problem    text NOT NULL CHECK (problem IN ('wrong', 'closed', 'missing', 'other')),
    field      text,
    message    text CHECK (length(message) <= 1000),
    suggestion text CHECK (length(suggestion) <= 200),
    origin     text NOT NULL DEFAULT 'public' CHECK (origin IN ('public', 'operator')),
    status     text NOT NULL DEFAULT 'received' CHECK (status IN ('received', 'accepted', 'declined')),
    -- What the curator answers to the reporter.
    reply      text CHECK (length(reply) <= 1000),
    created_at timestamptz NOT NULL,
    closed_at  timestamptz,
    closed_by  text,
    -- The revision with the correction that was made for this report.
    revision   bigint,
    -- Grows with each change, for If-Match.
    version    integer NOT NULL DEFAULT 1,
    CONSTRAINT report_names_its_record CHECK ((problem = 'missing') = (record IS NULL)),
    CONSTRAINT report_is_closed CHECK ((status = 'received') = (closed_at IS NULL))
);

CREATE INDEX report_open ON report (type, record) WHERE status = 'received';
CREATE INDEX report_closed ON report (closed_at) WHERE closed_at IS NOT NULL;

CREATE FUNCTION void_secret_addresses() RETURNS bigint LANGUAGE sql AS $$
    WITH voided AS (UPDATE report SET token_hash = NULL WHERE token_hash IS NOT NULL RETURNING 1) SELECT count(*) FROM voided;
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON report TO "${servingRole}";
