from tests.discover.tree import MANAGE, discovered, write


def test_folders_that_hold_a_manage_py(tmp_path):
    write(tmp_path, {"manage.py": MANAGE, "b/manage.py": MANAGE, "a/manage.py": MANAGE})
    assert discovered(tmp_path).django_roots == (".", "a", "b")


def test_a_manage_py_at_the_root_needs_no_proof(tmp_path):
    write(tmp_path, {"manage.py": "import launcher\n", "shop/manage.py": "def manage(order): ...\n"})
    assert discovered(tmp_path).django_roots == (".",)


def test_a_script_of_another_name_must_start_django(tmp_path):
    write(
        tmp_path,
        {
            "shop/manage_shop.py": MANAGE,
            "manager.py": "class Manager: ...\n",
            "a/b/c/manage_deep.py": MANAGE,
        },
    )
    assert discovered(tmp_path).django_roots == ("shop",)


def test_project_templates_are_no_projects(tmp_path):
    write(
        tmp_path,
        {
            "mezzanine/project_template/manage.py": MANAGE,
            "{{cookiecutter.slug}}/manage.py": MANAGE,
            "skeleton/manage.py": MANAGE.replace("shop", "{{ project_name }}"),
        },
    )
    assert discovered(tmp_path).django_roots == ()
