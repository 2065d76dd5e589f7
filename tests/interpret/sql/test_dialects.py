"""Everyday statements of the databases that Django runs on, and of others that a project may reach."""

import pytest

from tests.interpret.sql.telling import told


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        # PostgreSQL
        ("SELECT data->>'x', data #>> '{a,b}' FROM a WHERE tags @> ARRAY['x'] AND NOT data ? 'y'", "read a"),
        ("SELECT * FROM a WHERE point <-> %s < 5 AND inet <<= %s AND doc @@ to_tsquery(%s)", "read a"),
        ("SELECT x::text COLLATE \"C\", y AT TIME ZONE 'utc', interval '1 day' FROM a", "read a"),
        ("SELECT * FROM a WHERE x ~* 'y' AND z !~ 'q' AND n ILIKE ANY (%s)", "read a"),
        ("SELECT count(*) FILTER (WHERE x) FROM a GROUP BY GROUPING SETS ((x), (y))", "read a"),
        ("SELECT * FROM a, jsonb_array_elements(a.items) WITH ORDINALITY AS i(item, n)", "read a"),
        ("SELECT * FROM a FETCH FIRST 5 ROWS WITH TIES", "read a"),
        ("DELETE FROM a WHERE CURRENT OF rows", "delete a"),
        ("SELECT make_interval(days => 5), '{1}'::int[] FROM a WHERE x = ANY(ARRAY[1, 2])", "read a"),
        # MySQL and MariaDB
        ("INSERT IGNORE INTO `a` (`x`) VALUES (1)", "insert a(x)"),
        ("INSERT LOW_PRIORITY INTO a SET x = 1, y = 2", "insert a(x,y)"),
        ("INSERT INTO a (x) VALUES (1) ON DUPLICATE KEY UPDATE x = VALUES(x), y = 1", "insert a(x), update a(x,y)"),
        ("REPLACE INTO a (x) VALUES (1)", "delete a, insert a(x)"),
        ("REPLACE INTO a SELECT * FROM b", "delete a, insert a, read b"),
        ("UPDATE a JOIN b ON a.id = b.a_id SET a.x = b.x", "update a(x), read b"),
        ("UPDATE a x LEFT JOIN b y ON x.id = y.a_id SET y.i = x.i, x.j = 1", "update a(j), update b(i)"),
        ("UPDATE a, b SET b.x = a.x WHERE a.id = b.id", "read a, update b(x)"),
        ("UPDATE IGNORE a SET x = 1 ORDER BY y LIMIT 5", "update a(x)"),
        ("DELETE a FROM a JOIN b ON a.id = b.a_id", "delete a, read b"),
        ("DELETE x, y FROM a x JOIN b y ON TRUE JOIN c ON TRUE", "delete a, delete b, read c"),
        ("DELETE FROM a USING a JOIN b ON a.id = b.a_id", "delete a, read b"),
        ("DELETE QUICK FROM a WHERE x = 1 LIMIT 10", "delete a"),
        ("SELECT SQL_NO_CACHE * FROM a USE INDEX (i) STRAIGHT_JOIN b LIMIT 5, 10", "read a, read b"),
        ("SELECT * FROM a WHERE x = 'it\\'s' AND y = 'that\\'s FROM b'", "read a"),
        ('SELECT * FROM a WHERE x = "FROM b"', "read a"),
        ("SELECT IF(x, 1, 2), GROUP_CONCAT(y SEPARATOR ',') FROM a WHERE z REGEXP '^x'", "read a"),
        ("SELECT * FROM a LOCK IN SHARE MODE", "read a"),
        ("DELETE a.*, b.* FROM a JOIN b ON TRUE JOIN c ON TRUE", "delete a, delete b, read c"),
        ("SELECT * FROM a WHERE MATCH (x, y) AGAINST (%s IN BOOLEAN MODE)", "read a"),
        ("INSERT INTO a (x) VALUES (1) AS new ON DUPLICATE KEY UPDATE x = new.x", "insert a(x), update a(x)"),
        ("SELECT x INTO @x FROM a LIMIT 1", "read a"),
        ("SELECT @n := @n + 1 FROM a", "read a"),
        ("LOAD DATA INFILE 'rows.csv' INTO TABLE a FIELDS TERMINATED BY ','", "insert a"),
        # SQLite
        ("INSERT OR REPLACE INTO a (x) VALUES (?)", "delete a, insert a(x)"),
        ("INSERT OR IGNORE INTO a VALUES (?, ?)", "insert a"),
        ("UPDATE OR FAIL a SET x = 1", "update a(x)"),
        ("SELECT * FROM a INDEXED BY i WHERE x GLOB 'y*'", "read a"),
        ("SELECT * FROM a WHERE a MATCH ? ORDER BY rank", "read a"),
        ("SELECT * FROM a, json_each(a.tags) WHERE json_each.value = ?", "read a"),
        # Oracle
        ("SELECT * FROM a, b WHERE a.id = b.a_id(+) AND ROWNUM < 10", "read a, read b"),
        ("SELECT * FROM a START WITH p IS NULL CONNECT BY PRIOR id = p", "read a"),
        ("INSERT ALL INTO a (x) VALUES (1) INTO b (y) VALUES (2) SELECT * FROM c", "insert a(x), insert b(y), read c"),
        ("DELETE a WHERE x = :x", "delete a"),
        ("SELECT * FROM a MINUS SELECT * FROM b", "read a, read b"),
        ("UPDATE a SET x = :x RETURNING id INTO :id", "update a(x)"),
        ("SELECT * FROM TABLE(rows_of(1))", ""),
        # SQL Server
        ("SELECT TOP (10) PERCENT WITH TIES * FROM [dbo].[a] WITH (NOLOCK) ORDER BY x", "read a"),
        ("SELECT TOP 5 x FROM a OPTION (RECOMPILE)", "read a"),
        ("UPDATE t SET x = 1 FROM a AS t JOIN b ON b.id = t.b_id", "update a(x), read b"),
        ("UPDATE TOP (10) a SET x = 1", "update a(x)"),
        ("DELETE t FROM a AS t LEFT JOIN b ON b.id = t.b_id WHERE b.id IS NULL", "delete a, read b"),
        ("DELETE TOP (10) FROM a", "delete a"),
        ("INSERT a (x) VALUES (1)", "insert a(x)"),
        ("INSERT INTO a (x) OUTPUT inserted.id VALUES (1)", "insert a(x)"),
        ("UPDATE a SET x = 1 OUTPUT deleted.x INTO log WHERE y", "update a(x), insert log"),
        ("WITH r AS (SELECT *, ROW_NUMBER() OVER (ORDER BY x) n FROM a) DELETE FROM r WHERE n > 1", "delete a"),
        ("WITH r AS (SELECT * FROM a) UPDATE r SET x = 1", "update a(x)"),
        ("SELECT * INTO #t FROM a; UPDATE b SET x = #t.x FROM #t", "read a, update b(x)"),
        ("DECLARE @t TABLE (id int); INSERT INTO @t SELECT id FROM a; DELETE FROM @t", "read a"),
        ("SELECT * FROM a CROSS APPLY OPENJSON(a.tags) t OUTER APPLY (SELECT * FROM b) q", "read a, read b"),
        ("SELECT * FROM a PIVOT (sum(x) FOR y IN ([1], [2])) p", "read a"),
        ("MERGE a AS t USING b AS s ON t.id = s.id WHEN NOT MATCHED BY SOURCE THEN DELETE;", "delete a, read b"),
        # others
        ("SELECT * FROM a QUALIFY ROW_NUMBER() OVER (PARTITION BY x ORDER BY y) = 1", "read a"),
        ("SELECT data:x::string FROM a, LATERAL FLATTEN(input => data) f", "read a"),
        ("SELECT * FROM `project.shop.orders` WHERE x", "read project.shop.orders"),
        ("SELECT * EXCEPT (x) FROM a, UNNEST(tags) AS tag", "read a"),
        ("SELECT * FROM orders o, o.items i", "read orders"),
        ("SELECT * FROM a FINAL PREWHERE x = 1 SETTINGS max_threads = 1", "read a"),
        ("SELECT * FROM a GLOBAL ANY LEFT JOIN b USING (x) LIMIT 1 BY y", "read a, read b"),
        ("INSERT OVERWRITE TABLE a SELECT * FROM b", "delete a, insert a, read b"),
        ("SELECT * FROM a LATERAL VIEW explode(tags) t AS tag", "read a"),
        ("SELECT * EXCLUDE (x) FROM a ASOF JOIN b USING (t)", "read a, read b"),
        ("SELECT list_transform(x, y -> y + 1) FROM a", "read a"),
        ("SELECT approximate count(distinct x) FROM a", "read a"),
    ],
)
def test_a_dialect_is_read(sql, expected):
    assert told(sql) == expected
