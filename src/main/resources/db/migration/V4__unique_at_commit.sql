-- Two rows may change a unique value with each other within a transaction; the rows of a publication come one by one.

ALTER TABLE province
    DROP CONSTRAINT province_iso_code_key,
    DROP CONSTRAINT province_nis_code_key,
    DROP CONSTRAINT province_nuts_code_key,
    ADD UNIQUE (iso_code) DEFERRABLE INITIALLY DEFERRED,
    ADD UNIQUE (nis_code) DEFERRABLE INITIALLY DEFERRED,
    ADD UNIQUE (nuts_code) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE place
    DROP CONSTRAINT place_postal_code_locality_key,
    ADD UNIQUE (postal_code, locality) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE organisation
    DROP CONSTRAINT organisation_enterprise_number_key,
    ADD UNIQUE (enterprise_number) DEFERRABLE INITIALLY DEFERRED;
