-- Questions by mail to those who run a place: is what the catalogue says still right? Like reports they are no facts, and have
-- no history and no revision. The link in a mail is a secret address, of which only the hash is kept (see secret_home).

-- The key of the hashes of addresses. The hashes say whether an address was asked or wants no mail, and to those who do not
-- have this key nothing else.
CREATE TABLE mail_key (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    key      bytea NOT NULL CHECK (length(key) = 32)
);
-- gen_random_uuid() has 122 random bits of the operating system.
INSERT INTO mail_key (key) SELECT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

CREATE TABLE confirmation (
    number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- SHA-256 of the token in the link; none before the mail is sent, and none once the link is spent or expired.
    token_hash   bytea UNIQUE CHECK (length(token_hash) = 32),
    token_home   text NOT NULL DEFAULT secret_home(),
    -- Who is asked; none once it is not needed any more.
    address      text,
    -- HMAC-SHA-256 of the address with mail_key.
    address_hash bytea CHECK (length(address_hash) = 32),
    lang         text NOT NULL CHECK (lang IN ('nl', 'fr', 'de', 'en')),
    -- Scheme and host of the link, those of the curator's request.
    base         text NOT NULL,
    asked_by     text NOT NULL,
    -- Why the curator gave an address of their own.
    reason       text CHECK (length(reason) <= 200),
    -- Without mail the curator passes the link on.
    mailed       boolean NOT NULL,
    state        text NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'answered')),
    attempts     integer NOT NULL DEFAULT 0,
    attempted_at timestamptz,
    -- When a mail that waits is tried next.
    due_at       timestamptz,
    -- Why it could not be sent, in the words of the mail server.
    error        text CHECK (length(error) <= 200),
    created_at   timestamptz NOT NULL,
    sent_at      timestamptz,
    expires_at   timestamptz,
    answered_at  timestamptz,
    CONSTRAINT confirmation_is_answered CHECK ((state = 'answered') = (answered_at IS NOT NULL)),
    CONSTRAINT confirmation_waits CHECK ((state = 'queued') = (due_at IS NOT NULL))
);

CREATE INDEX confirmation_due ON confirmation (due_at) WHERE state = 'queued';
CREATE INDEX confirmation_attempted ON confirmation (attempted_at);
CREATE INDEX confirmation_to ON confirmation (address_hash, created_at);

CREATE TABLE confirmation_record (
    confirmation bigint NOT NULL REFERENCES confirmation ON DELETE CASCADE,
    -- Its place in the mail.
    position     integer NOT NULL,
    type         text NOT NULL,
    record       text NOT NULL,
    answer       text CHECK (answer IN ('confirmed', 'corrected', 'unknown')),
    -- The report with the correction.
    report       bigint REFERENCES report ON DELETE SET NULL,
    PRIMARY KEY (confirmation, position),
    UNIQUE (confirmation, type, record)
);

CREATE TABLE suppressed_address (
    address_hash bytea PRIMARY KEY CHECK (length(address_hash) = 32),
    created_at   timestamptz NOT NULL
);

CREATE OR REPLACE FUNCTION void_secret_addresses() RETURNS bigint LANGUAGE sql AS $$
    WITH reports AS (UPDATE report SET token_hash = NULL WHERE token_hash IS NOT NULL RETURNING 1),
         confirmations AS (UPDATE confirmation SET token_hash = NULL, token_home = 'void'
                           WHERE token_hash IS NOT NULL OR state = 'queued' RETURNING 1)
    SELECT (SELECT count(*) FROM reports) + (SELECT count(*) FROM confirmations);
$$;

GRANT SELECT ON mail_key TO "${servingRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON confirmation, confirmation_record, suppressed_address TO "${servingRole}";
