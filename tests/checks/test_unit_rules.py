"""What the rules on units say of one that lies in a commune, which no file can list yet and a reform may bring."""

from generator.checks.unit_rules import existence_is_in_order, unit_id_is_free
from generator.model import Commune, Level, Register, Unit
from tests.builders import TODAY, a_district, a_register


class CommuneWithHamlets(Commune):
    hamlets: tuple[Commune, ...] = ()

    @property
    def below(self) -> tuple[Commune, ...]:
        return self.hamlets


def a_hamlet(id: str = "to-1", **fields) -> Commune:
    return Commune(id=id, name="Tổ dân phố 1", type="tổ dân phố", **fields)


def a_register_with(*hamlets: Commune) -> Register:
    commune = CommuneWithHamlets(id="so-dau", name="Phường Sở Dầu", type="phường", hamlets=hamlets)
    return a_register(units=[
        a_district(communes=(commune,)), Unit("hong-bang/so-dau", Level.COMMUNE, "hong-bang", commune),
        *(Unit(f"hong-bang/so-dau/{hamlet.id}", Level.COMMUNE, "hong-bang/so-dau", hamlet) for hamlet in hamlets),
    ])


def test_what_is_wrong_below_a_commune_is_told_at_its_place():
    register = a_register_with(a_hamlet(), a_hamlet("to-2", exists_from="2023-05-01", exists_until="2023-04-01"))
    [finding] = existence_is_in_order(register, TODAY)
    assert (finding.record, finding.path) == ("units/hong-bang", ("communes", 0, "hamlets", 1, "exists_until"))


def test_an_id_used_twice_below_a_commune_is_told_at_its_place():
    [finding] = unit_id_is_free(a_register_with(a_hamlet(), a_hamlet()), TODAY)
    assert (finding.record, finding.path) == ("units/hong-bang", ("communes", 0, "hamlets", 1, "id"))
