"""Who is referred to comes first; circles stay together."""

from hypothesis import given
from hypothesis import strategies as st

from register.components import in_dependency_order

graphs = st.dictionaries(st.integers(0, 12), st.lists(st.integers(0, 12), max_size=4), max_size=13)


def test_a_referrer_comes_after_what_it_refers_to():
    assert in_dependency_order({"law": ["state"], "state": []}) == [["state"], ["law"]]


def test_a_circle_is_one_group():
    groups = in_dependency_order({"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]})
    assert groups == [["a", "b", "c"], ["d"]]


def test_a_long_chain_needs_no_recursion():
    chain = {n: [n + 1] for n in range(50_000)}
    assert in_dependency_order(chain)[0] == [49_999]


@given(graphs)
def test_every_group_refers_only_to_itself_and_earlier_groups(graph):
    placed = set()
    for group in in_dependency_order(graph):
        placed |= set(group)
        for name in group:
            assert {target for target in graph[name] if target in graph} <= placed
    assert placed == set(graph)


@given(graphs)
def test_two_names_share_a_group_only_if_each_reaches_the_other(graph):
    def reaches(start):
        found, stack = set(), [start]
        while stack:
            for target in graph.get(stack.pop(), []):
                if target in graph and target not in found:
                    found.add(target)
                    stack.append(target)
        return found

    for group in in_dependency_order(graph):
        for name in group:
            assert set(group) - {name} <= reaches(name)
