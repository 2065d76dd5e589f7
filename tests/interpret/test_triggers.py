from tests.support.query_snippets import accesses_of, check


def migration(*statements: str) -> dict[str, str]:
    operations = "".join(f"        migrations.RunSQL({statement!r}),\n" for statement in statements)
    text = f"from django.db import migrations\n\nclass Migration(migrations.Migration):\n    operations = [\n{operations}    ]\n"
    return {"shop/migrations/__init__.py": "", "shop/migrations/0002_triggers.py": text}


FUNCTION = "CREATE FUNCTION log() RETURNS trigger AS $$ BEGIN INSERT INTO people_note (text) VALUES (NEW.id); RETURN NEW; END $$ LANGUAGE plpgsql"


def test_a_write_does_what_the_function_of_the_trigger_does():
    check(
        """
        def work(tag: Tag):
            tag.save()  # insert shop_tag proved, update shop_tag proved, insert people_note inferred via trigger
            Tag.objects.create(label="x")  # insert shop_tag, people_note
            Tag.objects.update(label="y")  # update shop_tag
            Tag.objects.filter(label="y").exists()  # read shop_tag
            connection.cursor().execute("INSERT INTO shop_tag (label) VALUES ('z')")  # insert shop_tag, people_note
        """,
        files=migration(FUNCTION, "CREATE TRIGGER logs AFTER INSERT ON shop_tag FOR EACH ROW EXECUTE FUNCTION log()"),
    )


def test_migrations_of_apps_that_are_not_installed_declare_nothing():
    texts = migration(FUNCTION, "CREATE TRIGGER logs AFTER INSERT ON shop_tag FOR EACH ROW EXECUTE FUNCTION log()")
    check(
        """
        def work():
            Tag.objects.create()  # insert shop_tag
        """,
        files={path.replace("shop/", "shop/contrib/"): text for path, text in texts.items()},
    )


def test_statements_in_a_list_with_their_parameters_and_empty_ones():
    files = migration()
    path = "shop/migrations/0002_triggers.py"
    trigger = "CREATE TRIGGER logs AFTER INSERT ON shop_tag FOR EACH ROW EXECUTE FUNCTION log()"
    operation = f"migrations.RunSQL([[], (), ({FUNCTION!r}, None), {trigger!r}])"
    files[path] = files[path].replace("    ]\n", f"        {operation},\n    ]\n")
    check(
        """
        def work():
            Tag.objects.create(label="x")  # insert shop_tag, people_note
        """,
        files=files,
    )


def test_a_trigger_with_the_name_of_its_function():
    check(
        """
        def work():
            Tag.objects.create(label="x")  # insert shop_tag, people_note
        """,
        files=migration(FUNCTION, "CREATE TRIGGER log AFTER INSERT ON shop_tag FOR EACH ROW EXECUTE FUNCTION log()"),
    )


def test_code_in_the_trigger_itself():
    code = "CREATE TRIGGER logs AFTER DELETE ON shop_wish BEGIN UPDATE shop_tag SET label = 'x'; DELETE FROM people_note; END"
    check(
        """
        def work(wish: Wish):
            wish.delete()  # delete shop_wish, people_note inferred, update shop_tag inferred
        """,
        files=migration(code),
    )


def test_only_the_named_columns_fire_it():
    trigger = "CREATE TRIGGER logs BEFORE UPDATE OF paid, total ON shop_order FOR EACH ROW EXECUTE PROCEDURE log()"
    check(
        """
        def work(order: Order):
            Order.objects.update(paid=True)  # update shop_order, insert people_note
            Order.objects.update(placed=None)  # update shop_order
        """,
        files=migration(FUNCTION, trigger),
    )


def test_a_dropped_trigger_is_gone_and_a_replaced_one_is_the_later():
    check(
        """
        def work(tag: Tag, wish: Wish):
            Tag.objects.create()  # insert shop_tag
            Wish.objects.create()  # insert shop_wish, delete people_note
        """,
        files=migration(
            FUNCTION,
            "CREATE TRIGGER logs AFTER INSERT ON shop_tag FOR EACH ROW EXECUTE FUNCTION log()",
            "CREATE TRIGGER logs AFTER INSERT ON shop_wish FOR EACH ROW EXECUTE FUNCTION log()",
            "DROP TRIGGER logs ON shop_tag",
            "CREATE OR REPLACE FUNCTION log() RETURNS trigger AS $$ BEGIN DELETE FROM people_note; END $$ LANGUAGE plpgsql",
        ),
    )


def test_triggers_that_fire_each_other_end():
    check(
        """
        def work():
            Tag.objects.create()  # insert shop_tag, shop_wish
        """,
        files=migration(
            "CREATE TRIGGER a AFTER INSERT ON shop_tag BEGIN INSERT INTO shop_wish (text) VALUES (''); END",
            "CREATE TRIGGER b AFTER INSERT ON shop_wish BEGIN INSERT INTO shop_tag (label) VALUES (''); END",
        ),
    )


def test_the_cause_is_the_line_of_the_migration():
    files = migration(FUNCTION, "CREATE TRIGGER logs AFTER INSERT ON shop_tag FOR EACH ROW EXECUTE FUNCTION log()")
    found = accesses_of(
        """
        def work():
            Tag.objects.create()
        """,
        files=files,
    )
    (access,) = [each for each in found if each.table == "people_note"]
    assert access.cause is not None
    assert (access.cause.path, access.cause.line) == ("shop/migrations/0002_triggers.py", 5)
    assert [(step.path, step.line) for step in access.chain] == [("shop/migrations/0002_triggers.py", 6)]
    assert access.is_consequence


def test_operations_that_only_touch_the_database_count_and_ways_back_do_not():
    text = """
        from django.db import migrations
        TRIGGER = "CREATE TRIGGER a AFTER INSERT ON shop_tag BEGIN INSERT INTO shop_wish (text) VALUES (''); END"

        class Migration(migrations.Migration):
            operations = [
                migrations.SeparateDatabaseAndState(database_operations=[migrations.RunSQL([(TRIGGER, None)])]),
                migrations.RunSQL(
                    "DROP TRIGGER b", "CREATE TRIGGER b AFTER INSERT ON shop_tag BEGIN DELETE FROM people_note; END"
                ),
            ]
    """
    check(
        """
        def work():
            Tag.objects.create()  # insert shop_tag, shop_wish
        """,
        files={"shop/migrations/__init__.py": "", "shop/migrations/0002_both.py": text},
    )


def test_sql_that_a_function_of_the_migration_executes():
    text = """
        from django.db import migrations

        def forward(apps, schema_editor):
            if schema_editor.connection.vendor == "sqlite":
                with schema_editor.connection.cursor() as cursor:
                    cursor.execute("CREATE TRIGGER a AFTER INSERT ON shop_tag BEGIN INSERT INTO shop_wish DEFAULT VALUES; END")

        def backward(apps, schema_editor):
            schema_editor.execute("DROP TRIGGER a")

        class Migration(migrations.Migration):
            operations = [migrations.RunPython(forward, reverse_code=backward)]
    """
    check(
        """
        def work():
            Tag.objects.create()  # insert shop_tag, shop_wish
        """,
        files={"shop/migrations/__init__.py": "", "shop/migrations/0002_code.py": text},
    )
