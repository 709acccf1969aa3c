"""One file of a library to what the cache keeps of it: its values as rows, its ids, its problems."""

from collections.abc import Iterator, Sequence
from typing import Any

from studycli.core import rules
from studycli.core.bank import Bank
from studycli.core.blueprints import BlueprintList, blueprint_rules
from studycli.core.cards import cards_of
from studycli.core.ledgers import Kind, Ledger, Mention
from studycli.core.library import Library
from studycli.core.notes import Entry, FactRegister, Topic
from studycli.core.problems import Problem
from studycli.core.rules import Found
from studycli.core.search.aliases import AliasList, alias_rules
from studycli.material.decode import Problems, decode
from studycli.material.files import Role, role_of
from studycli.material.pack import pack
from studycli.material.placed import BankHead, TopicHead
from studycli.material.reader import Items, Mapping, Node, Scalar, position, read_yaml
from studycli.material.store import CardRow, Compiled, ItemRow


def compile_file(path: str, data: bytes, languages: tuple[str, ...]) -> Compiled:
    """Read, decode and check one file; ``path`` is the one within the library.

    ``languages`` are those of the library; ``library.yaml`` itself says its own.
    """
    document = read_yaml(data, path)
    if document.root is None:
        return Compiled(document.problems, Ledger(path))
    root, role = document.root, role_of(path)
    spoken = _declared(root) if role is Role.LIBRARY else languages
    problems = Problems(path, spoken, document.problems)
    value: Any = decode(_CLASSES[role], root, problems)
    if value is not None:
        for found in _rules(value, path.rpartition("/")[2].removesuffix(".yaml")):
            problems.add(_node_at(root, found), found.rule, **found.params)
    if value is None or problems.broken:
        return Compiled(tuple(problems.found), Ledger(path))
    return _compiled(value, root, problems)


_CLASSES: dict[Role, type] = {
    Role.LIBRARY: Library,
    Role.FACTS: FactRegister,
    Role.ALIASES: AliasList,
    Role.TOPIC: Topic,
    Role.BANK: Bank,
    Role.BLUEPRINTS: BlueprintList,
}


def _declared(root: Node) -> tuple[str, ...]:
    """The languages a library lists; where the list is amiss, which is said elsewhere, those of its title."""
    entries = root.entries if isinstance(root, Mapping) else {}
    match entries.get("languages"), entries.get("title"):
        case Items() as listed, _ if listed.items:
            return tuple(item.value for item in listed.items if isinstance(item, Scalar))
        case _, Mapping() as title:
            return tuple(title.entries)
    return ()


def _rules(value: object, file_name: str) -> Sequence[Found]:
    match value:
        case Library():
            return rules.library_rules(value)
        case Topic():
            return rules.topic_rules(value, file_name)
        case Bank():
            return rules.bank_rules(value, file_name)
        case BlueprintList():
            return blueprint_rules(value)
        case AliasList():
            return alias_rules(value)
    return ()


def _node_at(root: Node, found: Found) -> Node:
    """The node a rule speaks of, or the nearest one around it."""
    node = root
    for step in found.where:
        if isinstance(node, Mapping) and isinstance(step, str) and step in node.entries:
            node = node.entries[step]
        elif isinstance(node, Items) and isinstance(step, int):
            node = node.items[step]
    return node


def _compiled(value: object, root: Any, problems: Problems) -> Compiled:
    found = tuple(problems.found)
    match value:
        case Topic():
            return _topic(value, root, problems.path, found)
        case Bank():
            return _bank(value, root, problems.path, found)
        case FactRegister():
            living = _ids(Kind.FACT, root.entries["facts"])
            items = tuple(ItemRow(Kind.FACT, fact.id, pack(fact)) for fact in value.facts)
            return Compiled(found, Ledger(problems.path, tuple(living)), pack(()), items)
        case BlueprintList():
            living = _ids(Kind.BLUEPRINT, root.entries["blueprints"])
            items = tuple(ItemRow(Kind.BLUEPRINT, each.id, pack(each)) for each in value.blueprints)
            return Compiled(found, Ledger(problems.path, tuple(living)), pack(()), items)
        case AliasList():
            return Compiled(found, Ledger(problems.path), pack(value))
    references = tuple(_listed(Kind.TOPIC, root, "topics"))
    return Compiled(found, Ledger(problems.path, references=references), pack(value))


def _topic(topic: Topic, root: Any, path: str, problems: tuple[Problem, ...]) -> Compiled:
    cards: list[CardRow] = []
    renames: list[tuple[str, str]] = []
    for place, note in enumerate(topic.notes):
        for slot, entry in enumerate(note.entries):
            made = _card_names(entry)
            cards += [CardRow(name, entry.id, place, slot) for name in made]
            renames += [(old + name[len(entry.id) :], name) for old in entry.was for name in made]
    head = TopicHead(topic.id, dict(topic.title.by_language), len(topic.notes), len(cards))
    items = tuple([ItemRow(Kind.NOTE, note.id, pack(note)) for note in topic.notes])
    ledger = _topic_ledger(root, path, tuple(card.name for card in cards))
    return Compiled(problems, ledger, pack(head), items, tuple(cards), tuple(renames))


def _card_names(entry: Entry) -> list[str]:
    # One card with the entry's own id is nearly every entry; the others cost the making of their cards.
    return [entry.id] if entry.kind == "basic" else [card.id for card in cards_of(entry)]


def _topic_ledger(root: Any, path: str, cards: tuple[str, ...]) -> Ledger:
    notes = root.entries["notes"]
    entries = [note.entries["entries"] for note in notes.items if "entries" in note.entries]
    living = [_mention(Kind.TOPIC, root.entries["id"]), *_ids(Kind.NOTE, notes)]
    retired = _former(Kind.NOTE, notes)
    references = [mention for note in notes.items for mention in _listed(Kind.FACT, note, "facts")]
    for of_note in entries:
        living += _ids(Kind.ENTRY, of_note)
        retired += _former(Kind.ENTRY, of_note)
        references += [mention for entry in of_note.items for mention in _listed(Kind.FACT, entry, "facts")]
    return Ledger(path, tuple(living), tuple(retired), tuple(references), cards)


def _bank(bank: Bank, root: Any, path: str, problems: tuple[Problem, ...]) -> Compiled:
    questions = root.entries["questions"]
    references = [_mention(Kind.TOPIC, root.entries["topic"])]
    for question in questions.items:
        references += _listed(Kind.CARD, question, "tests")
        references += _listed(Kind.FACT, question, "facts")
    ledger = Ledger(
        path,
        tuple(_ids(Kind.QUESTION, questions)),
        tuple(_former(Kind.QUESTION, questions)),
        tuple(references),
    )
    items = tuple([ItemRow(Kind.QUESTION, question.id, pack(question)) for question in bank.questions])
    renames = tuple((old, question.id) for question in bank.questions for old in question.was)
    return Compiled(problems, ledger, pack(BankHead(bank.topic, len(items))), items, renames=renames)


def _ids(kind: Kind, nodes: Any) -> list[Mention]:
    return [_mention(kind, node.entries["id"]) for node in nodes.items]


def _former(kind: Kind, nodes: Any) -> list[Mention]:
    return [mention for node in nodes.items for mention in _listed(kind, node, "was")]


def _listed(kind: Kind, node: Any, key: str) -> Iterator[Mention]:
    if key in node.entries:
        for item in node.entries[key].items:
            yield _mention(kind, item)


def _mention(kind: Kind, node: Any) -> Mention:
    return Mention(kind, node.value, *position(node))
