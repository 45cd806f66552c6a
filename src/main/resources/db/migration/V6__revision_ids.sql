-- After a restored back-up the same number is given out again for other facts. A random id tells the two revisions apart,
-- so whoever keeps a copy learns that its revision is not in the history any more. 62 of its 64 bits are random.

ALTER TABLE revision ADD COLUMN id text NOT NULL DEFAULT right(replace(gen_random_uuid()::text, '-', ''), 16)
    CHECK (id ~ '^[0-9a-f]{16}$');
