import pytest

from tests.interpret.sql.telling import told

PROCEDURAL = " ? procedural code: only its statements are read"


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("DO $$ BEGIN DELETE FROM a; END $$", "delete a"),
        (
            "DO $body$ BEGIN UPDATE a SET x = 1; INSERT INTO b (y) VALUES ('$$'); END; $body$ LANGUAGE plpgsql",
            "update a(x), insert b(y)",
        ),
        ("DO 'BEGIN DELETE FROM a WHERE x = ''y''; END'", "delete a"),
        (
            "DO $$ BEGIN IF EXISTS (SELECT 1 FROM a) THEN UPDATE b SET x = 1; ELSE DELETE FROM c; END IF; END $$",
            "read a, update b(x), delete c",
        ),
        ("DO $$ BEGIN IF x THEN y := 1; ELSIF (SELECT z FROM a) THEN NULL; END IF; END $$", "read a"),
        (
            "DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM a LOOP DELETE FROM b WHERE id = r.id; END LOOP; END $$",
            "read a, delete b",
        ),
        ("DO $$ BEGIN UPDATE a SET x = CASE WHEN y THEN 1 ELSE 2 END; END $$", "update a(x)"),
        ("DO $$ BEGIN SELECT count(*), 1 INTO STRICT n, m FROM a; END $$", "read a"),
        ("DO $$ BEGIN INSERT INTO a (x) VALUES (1) RETURNING id INTO n; END $$", "insert a(x)"),
        ("DO $$ BEGIN PERFORM f(x) FROM a; x := (SELECT max(y) FROM b); END $$", "read a, read b"),
        ("DO $$ BEGIN OPEN rows FOR SELECT * FROM a; RETURN QUERY SELECT * FROM b; END $$", "read a, read b"),
        ("DO $$ DECLARE rows CURSOR FOR SELECT * FROM a; BEGIN NULL; END $$", "read a"),
        ("DO $$ BEGIN MERGE INTO a USING b ON TRUE WHEN MATCHED THEN UPDATE SET x = 1; END $$", "update a(x), read b"),
        (
            "DO $$ BEGIN CREATE TEMP TABLE t AS SELECT * FROM a; INSERT INTO b SELECT * FROM t; END $$",
            "read a, insert b",
        ),
        ("DO $$ BEGIN TRUNCATE a; ALTER TABLE b ADD x int; RAISE NOTICE 'FROM c'; END $$", "delete a"),
        ("DO $$ BEGIN WITH q AS (SELECT * FROM a) INSERT INTO b SELECT * FROM q; END $$", "read a, insert b"),
        (
            (
                "CREATE FUNCTION log() RETURNS trigger AS $$ BEGIN INSERT INTO log (x) VALUES (NEW.x); RETURN NEW; END $$ "
                "LANGUAGE plpgsql; SELECT * FROM a"
            ),
            "read a, insert log(x)",
        ),
        ("CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS $f$ SELECT count(*) FROM a $f$", "read a"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE 'sql' AS 'SELECT x FROM a'", "read a"),
        (
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT x FROM a; SELECT y FROM b; END; SELECT * FROM c",
            "read a, read b, read c",
        ),
        ("CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION log()", ""),
        ("CREATE TRIGGER t BEFORE INSERT OR UPDATE OF x ON a FOR EACH ROW EXECUTE PROCEDURE log()", ""),
        (
            (
                "CREATE TRIGGER t AFTER UPDATE ON a BEGIN UPDATE b SET x = NEW.x; DELETE FROM c WHERE id = OLD.id; END; "
                "DELETE FROM d"
            ),
            "update b(x), delete c, delete d",
        ),
        ("CREATE TRIGGER IF NOT EXISTS t AFTER INSERT ON a BEGIN UPDATE b SET x = 1; END", "update b(x)"),
        ("CREATE TRIGGER t AFTER DELETE ON a FOR EACH ROW UPDATE b SET n = n - 1", "update b(n)"),
        ("CREATE DEFINER = 'root'@'%' TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN DELETE FROM b; END", "delete b"),
        ("CREATE TRIGGER t ON a AFTER INSERT, UPDATE AS BEGIN INSERT INTO b SELECT * FROM inserted; END", "insert b"),
        ("CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN INSERT INTO a (x) VALUES (NEW.x); END", "insert a(x)"),
        ("CREATE RULE r AS ON INSERT TO a DO INSTEAD INSERT INTO b VALUES (NEW.x)", "insert b"),
        (
            "CREATE PROCEDURE p() BEGIN DECLARE n INT; SELECT x INTO n FROM a; IF n THEN DELETE FROM b; END IF; END",
            "read a, delete b",
        ),
        ("CREATE PROC p AS SELECT * FROM a", "read a"),
        ("CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM a", "delete a"),
        ("CREATE PROCEDURE p AS n NUMBER; BEGIN DELETE FROM a; END;", "delete a"),
        ("BEGIN DELETE FROM a; UPDATE b SET x = 1; END;", "delete a, update b(x)"),
        ("IF NOT EXISTS (SELECT * FROM a) INSERT INTO b VALUES (1)", "read a, insert b"),
        ("DO $$ BEGIN DELETE FROM \0; END $$", " ? procedural code: only its statements are read ? unknown table"),
        (
            "DO $$ BEGIN EXECUTE format('DELETE FROM %I', x); END $$",
            " ? SQL made while it runs ? procedural code: only its statements are read",
        ),
        (
            "DO $$ BEGIN FOR r IN EXECUTE 'SELECT 1' LOOP NULL; END LOOP; END $$",
            " ? SQL made while it runs ? procedural code: only its statements are read",
        ),
    ],
)
def test_a_body_is_read(sql, expected):
    assert told(sql) == (expected if "?" in expected else expected + PROCEDURAL)


@pytest.mark.parametrize("language", ["plpython3u", "'plv8'", "c"])
def test_another_language_is_not_read(language):
    sql = f"CREATE FUNCTION f() RETURNS int AS $$ plpy.execute('DELETE FROM a') $$ LANGUAGE {language}"
    assert told(sql) == " ? function in another language than SQL"


def test_gives_up_on_code_that_makes_code():
    assert (
        told("DO $a$ BEGIN CREATE FUNCTION f() RETURNS int AS $b$ DELETE FROM a $b$ LANGUAGE sql; END $a$")
        == PROCEDURAL
    )


@pytest.mark.parametrize(
    "sql", ["ALTER TRIGGER t ON a RENAME TO b", "ALTER FUNCTION f() OWNER TO x", "DO f(1)", "BEGIN", "BEGIN WORK"]
)
def test_a_look_alike_has_no_body(sql):
    assert told(sql) == ""
