-- Adds service points to a database that the service has filled, for measurements and tests at scale. Replace {first} and {last}.
-- Whoever runs it disables the trigger "history" meanwhile and publishes.

-- Points around the real places. One in four gives training, one in a hundred repairs, one in ten thousand has wifi, all have a
-- helpdesk; three in four have hours, of which there are 240 different ones.
WITH places AS (
    SELECT row_number() OVER (ORDER BY id) - 1 AS number, count(*) OVER () AS all_of_them, * FROM place)
INSERT INTO service_point (id, name, location_type, street, house_number, postal_code, municipality, lat, lon,
    precision, services, opening_hours, phone, email, website, verified_on, urls)
SELECT 'point-' || lpad(i::text, 7, '0'),
    (ARRAY['Digipunt ', 'Digibank ', 'Bibliotheek ', 'Buurthuis ', 'Dienstencentrum '])[1 + i % 5] || locality
        || ' ' || i,
    (ARRAY['fixed', 'fixed', 'fixed', 'mobile', 'hybrid'])[1 + i / 7 % 5],
    (ARRAY['Kerkstraat', 'Stationsstraat', 'Dorpsstraat', 'Schoolstraat', 'Molenstraat', 'Markt'])[1 + i % 6]
        || ' ' || locality,
    (1 + i * 31 % 250)::text, postal_code, municipality,
    least(51.99, greatest(49.01, lat + 0.05 * (random() + random() + random() - 1.5))),
    least(6.99, greatest(2.01, lon + 0.05 * (random() + random() + random() - 1.5))),
    'address',
    ARRAY['open-helpdesk'] || CASE WHEN i % 4 = 1 THEN ARRAY['training'] ELSE '{}' END
        || CASE WHEN i % 100 = 1 THEN ARRAY['repair'] ELSE '{}' END
        || CASE WHEN i % 10000 = 1 THEN ARRAY['wifi'] ELSE '{}' END,
    CASE WHEN i % 4 > 0 THEN
        (ARRAY['Mo-Fr', 'Tu-Fr', 'Mo,We-Fr', 'Mo-Th', 'We'])[1 + i % 5]
        || (ARRAY[' 08:30', ' 09:00', ' 09:30', ' 10:00'])[1 + i / 5 % 4] || '-12:00,13:00-'
        || (ARRAY['16:00', '16:30', '17:00', '18:00'])[1 + i / 20 % 4]
        || (ARRAY['', '; Sa 09:00-12:00', '; Sa 10:00-13:00'])[1 + i / 80 % 3] END,
    '+32 9 ' || 1000000 + i, 'punt' || i || '@example.org', 'https://example.org/punten/' || i,
    DATE '2026-01-01' + i % 300, ARRAY['https://example.org/gids/' || postal_code]
FROM generate_series({first}, {last}) AS i JOIN places ON number = i * 7919::bigint % all_of_them;

-- What the trigger would write, in one statement for all rows rather than in one for each.
INSERT INTO change (revision, table_name, key, kind, after)
SELECT (SELECT max(number) + 1 FROM revision), 'service-points', id, 'added', to_jsonb(point)
FROM service_point AS point WHERE id BETWEEN 'point-' || lpad('{first}', 7, '0') AND 'point-' || lpad('{last}', 7, '0');
