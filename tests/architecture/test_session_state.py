"""One module touches the session, and nothing derived from a case is cached for all users."""

import ast
from pathlib import Path

STATE = Path("ui", "state.py")
SHARED_BETWEEN_USERS = {"cache_data"}


def lines_naming(tree: ast.Module, names: set[str]) -> list[int]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            mentioned = {node.attr}
        elif isinstance(node, ast.Name):
            mentioned = {node.id}
        elif isinstance(node, ast.ImportFrom):
            mentioned = {alias.name for alias in node.names}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            mentioned = {node.value}  # getattr(st, "session_state")
        else:
            continue
        if mentioned & names:
            found.append(node.lineno)
    return found


def everywhere(syntax_trees: dict[Path, ast.Module], root: Path) -> dict[Path, ast.Module]:
    entry = root / "streamlit_app.py"
    if not entry.exists():
        return syntax_trees
    return {**syntax_trees, Path(entry.name): ast.parse(entry.read_text(encoding="utf-8"))}


def test_only_the_state_module_touches_the_session(
    syntax_trees: dict[Path, ast.Module], root: Path
):
    faults = [
        f"{path}:{line}: use ui/state.py"
        for path, tree in everywhere(syntax_trees, root).items()
        if path != STATE
        for line in lines_naming(tree, {"session_state"})
    ]
    assert not faults, "\n".join(faults)


def test_nothing_is_cached_where_other_users_could_meet_it(
    syntax_trees: dict[Path, ast.Module], root: Path
):
    faults = [
        f"{path}:{line}: st.cache_data is shared between users; keep results in the session"
        for path, tree in everywhere(syntax_trees, root).items()
        for line in lines_naming(tree, SHARED_BETWEEN_USERS)
    ]
    assert not faults, "\n".join(faults)


def test_the_check_sees_every_way_of_naming_the_session():
    source = (
        "st.session_state['a']\n"
        "from streamlit import session_state\n"
        "session_state.a\n"
        "getattr(st, 'session_state')\n"
    )
    assert sorted(lines_naming(ast.parse(source), {"session_state"})) == [1, 2, 3, 4]
