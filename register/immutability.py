"""Triggers that keep the register append-only, in both databases' own words.

They belong to the table: a migration that alters `register_entry` on SQLite rebuilds the table,
which drops them, so such a migration must end with `install`. A test looks for them.
"""

# What an entry says for ever; the rest (salt, document, reading, reason) can only be emptied.
FIXED = (
    "number",
    "at",
    "event",
    "nature",
    "kind",
    "key",
    "schema",
    "document_digest",
    "reading_digest",
    "reason_digest",
    "previous_head",
    "head",
    "approved_by_id",
)
ERASABLE = ("salt", "document", "reading", "reason")

NO_DELETE = "Entries of the register are never deleted."
NO_UPDATE = "Entries of the register are never changed; only their bytes can be erased."
NO_TRUNCATE = "The register is never emptied."
OUT_OF_CHAIN = "An entry continues the last one: next number, no earlier moment, its head."


def install(apps, schema_editor):
    """Make the triggers (for RunPython; safe to call again)."""
    uninstall(apps, schema_editor)
    for statement in _STATEMENTS[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def uninstall(apps, schema_editor):
    """Remove the triggers (for RunPython)."""
    for statement in _REMOVALS[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def _changed(differs):
    fixed = (f"NEW.{name} {differs} OLD.{name}" for name in FIXED)
    erasable = (
        f"(NEW.{name} IS NOT NULL AND NEW.{name} {differs} OLD.{name})" for name in ERASABLE
    )
    return " OR ".join([*fixed, *erasable])


def _raised(sentence):
    """PostgreSQL's statement that refuses; Django sees an IntegrityError, as from SQLite."""
    return f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation';"


_LAST = "SELECT {} FROM register_entry ORDER BY number DESC LIMIT 1"
_OUT_OF_CHAIN = (
    f"NEW.number <> COALESCE(({_LAST.format('number')}), 0) + 1"
    f" OR NEW.at < ({_LAST.format('at')})"
    f" OR NEW.previous_head <> COALESCE(({_LAST.format('head')}), '{'0' * 64}')"
)

_STATEMENTS = {
    "sqlite": (
        "CREATE TRIGGER register_entry_no_delete BEFORE DELETE ON register_entry "
        f"BEGIN SELECT RAISE(ABORT, '{NO_DELETE}'); END",
        "CREATE TRIGGER register_entry_no_update BEFORE UPDATE ON register_entry "
        f"WHEN {_changed('IS NOT')} BEGIN SELECT RAISE(ABORT, '{NO_UPDATE}'); END",
        "CREATE TRIGGER register_entry_in_chain BEFORE INSERT ON register_entry "
        f"WHEN {_OUT_OF_CHAIN} BEGIN SELECT RAISE(ABORT, '{OUT_OF_CHAIN}'); END",
    ),
    "postgresql": (
        "CREATE FUNCTION register_entry_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'DELETE' THEN {_raised(NO_DELETE)} END IF; "
        f"IF TG_OP = 'INSERT' THEN IF {_OUT_OF_CHAIN} THEN "
        f"{_raised(OUT_OF_CHAIN)} END IF; RETURN NEW; END IF; "
        f"IF {_changed('IS DISTINCT FROM')} THEN {_raised(NO_UPDATE)} END IF; "
        "RETURN NEW; END $$",
        "CREATE TRIGGER register_entry_guard BEFORE INSERT OR UPDATE OR DELETE ON register_entry "
        "FOR EACH ROW EXECUTE FUNCTION register_entry_guard()",
        "CREATE FUNCTION register_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"{_raised(NO_TRUNCATE)} END $$",
        "CREATE TRIGGER register_entry_stays BEFORE TRUNCATE ON register_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION register_entry_stays()",
    ),
}
_REMOVALS = {
    "sqlite": tuple(
        f"DROP TRIGGER IF EXISTS register_entry_{name}"
        for name in ("no_delete", "no_update", "in_chain")
    ),
    "postgresql": (
        "DROP TRIGGER IF EXISTS register_entry_guard ON register_entry",
        "DROP FUNCTION IF EXISTS register_entry_guard()",
        "DROP TRIGGER IF EXISTS register_entry_stays ON register_entry",
        "DROP FUNCTION IF EXISTS register_entry_stays()",
    ),
}
