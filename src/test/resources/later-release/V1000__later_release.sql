-- What a later release may do to the schema while this one runs: it adds tables and columns, and removes nothing.

CREATE TABLE accessibility (
    service_point slug PRIMARY KEY REFERENCES service_point DEFERRABLE INITIALLY DEFERRED,
    step_free     boolean NOT NULL
);

CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON accessibility
    FOR EACH ROW EXECUTE FUNCTION record_change('accessibility', 'service_point');

ALTER TABLE service_point ADD COLUMN floor text, ADD COLUMN visits integer NOT NULL DEFAULT 0;

GRANT SELECT, INSERT, UPDATE, DELETE ON accessibility TO "${servingRole}";
