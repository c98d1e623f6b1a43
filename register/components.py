"""Order for what refers to one another: who is referred to comes first, circles together."""


def in_dependency_order(references):
    """Groups of names in an order in which each group refers only to itself and earlier groups.

    `references` maps each name to the names it refers to; names that are not keys are left out.
    Names that refer to one another in a circle form one group (a strongly connected component,
    found by Kosaraju's two passes without recursion). Groups and their members keep the order of
    the mapping wherever they are free.
    """
    finished = _by_finish(references, {name: _known(references, name) for name in references})
    reverse = {name: [] for name in references}
    for name in references:
        for target in _known(references, name):
            reverse[target].append(name)
    group_of = {}
    for root in reversed(finished):
        for name in _reached(root, reverse, group_of):
            group_of[name] = root
    return _grouped(references, finished, group_of)


def _known(references, name):
    return [target for target in references[name] if target in references and target != name]


def _by_finish(names, edges):
    """Names in the order in which a depth-first walk leaves them: targets before referrers."""
    finished, seen = [], set()
    for start in names:
        if start in seen:
            continue
        seen.add(start)
        stack = [(start, iter(edges[start]))]
        while stack:
            name, targets = stack[-1]
            new = next((target for target in targets if target not in seen), None)
            if new is None:
                finished.append(name)
                stack.pop()
            else:
                seen.add(new)
                stack.append((new, iter(edges[new])))
    return finished


def _reached(root, edges, already):
    """What can be reached from root without entering what is already placed."""
    if root in already:
        return []
    found, stack = {root}, [root]
    while stack:
        for target in edges[stack.pop()]:
            if target not in found and target not in already:
                found.add(target)
                stack.append(target)
    return found


def _grouped(references, finished, group_of):
    members = {}
    for name in references:
        members.setdefault(group_of[name], []).append(name)
    return [members[root] for root in finished if group_of[root] == root]
