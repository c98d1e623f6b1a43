"""Who takes part: two sides for a bilateral agreement, else whoever the acts name."""

from .parties import PARTIES
from .reading import UnmappedWord
from .sheet import ref_of
from .words.acts import NO_ACTS_ROLES, ROLES
from .words.sides import BODIES_IN_TITLES, CO_CHAIRS, COMPETENT_BODIES, SIDES

_FILE = "instruments.yaml"


class Participants:
    """The participants of one agreement, by the key of their record."""

    def __init__(self, sheet, actions):
        self._sheet = sheet
        self._roles = {each.actor: _role(each) for each in actions if _role(each)}
        self._texts = {each.actor: each.party_text for each in actions if each.party_text}
        self._refs = {}
        self._sided = sheet["scope"] == "bilateral"
        if self._sided:
            self._write_sides()

    def _write_sides(self):
        if self._sheet.key not in SIDES:
            raise UnmappedWord(_FILE, self._sheet.key, "level", "bilateral, without known sides")
        for side, members in enumerate(SIDES[self._sheet.key], start=1):
            for member in members:
                if isinstance(member, dict):
                    self._sheet.row("participants", side=side, text=member)
                else:
                    self._add(PARTIES[member], side=side)

    def _add(self, actor, **fields):
        text = self._texts.get(actor)
        fields = {"role": self._roles.get(actor, ""), **fields}
        fields["text"] = {"en": text} if text else {}
        self._refs[actor] = ref_of(self._sheet.row("participants", actor=actor, **fields))
        return self._refs[actor]

    def ref(self, actor):
        """The participant's ref; whoever is met for the first time is added, save to two sides."""
        if actor in self._refs:
            return self._refs[actor]
        if self._sided:
            raise UnmappedWord(_FILE, self._sheet.key, "party", f"{actor}, on neither side")
        return self._add(actor)

    def ref_of_party(self, party):
        """The ref of the participant that the facts call by these letters."""
        return self.ref(PARTIES[party])

    def add_named(self, evidence):
        """Add those whom the facts name elsewhere than in an act: the chairs of a forum."""
        actors, source = CO_CHAIRS.get(self._sheet.key, ((), None))
        for actor in actors:
            ref = self._add(actor, role="co_chair")
            evidence.cite(self._sheet, f"participants/{ref}", source, "verified")


def _role(action):
    return ROLES.get(action.words) or NO_ACTS_ROLES.get(action.action, "")


def write_bodies(reading, sheet, participants):
    """The bodies that conclude the agreement, by its title, and the competent ones."""
    for party, (organization, text) in BODIES_IN_TITLES.get(sheet.key, {}).items():
        fields = {"participant": participants.ref_of_party(party), "role": "signing"}
        sheet.row("bodies", organization=organization, text=text, **fields)
    bodies = reading.take("competent_bodies") or {}
    for party, said in bodies.items():
        for words in [said] if isinstance(said, str) else said:
            organization, text = reading.meaning("competent_bodies", words, COMPETENT_BODIES)
            fields = {"participant": participants.ref_of_party(party), "role": "competent"}
            sheet.row("bodies", organization=organization, text=text, **fields)
