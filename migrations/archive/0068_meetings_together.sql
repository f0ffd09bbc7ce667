-- A meeting of spazio neutro that brothers and sisters have together is found by what it has in common.
ALTER TABLE incontro_sn ADD COLUMN together TEXT AS (body ->> '$.together') VIRTUAL;
CREATE INDEX incontro_sn_together ON incontro_sn (together) WHERE together IS NOT NULL;
