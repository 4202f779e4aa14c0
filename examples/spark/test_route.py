"""Two local workers give the answers of one machine."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pytest
from pyarrow import csv, parquet
from pyspark.sql import SparkSession

from aiguillage import Company, Matches, Need, NeedError, Router

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "hauts-de-france"
sys.path.insert(0, str(HERE))

from route import COLUMNS, read, route, with_sirene  # noqa: E402


@pytest.fixture(scope="module")
def spark(monkeypatch_module: pytest.MonkeyPatch) -> Iterator[SparkSession]:
    monkeypatch_module.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch_module.setenv("PYTHONPATH", str(HERE))
    session = (
        SparkSession.builder.master("local[2]")
        .appName("aiguillage-test")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def monkeypatch_module() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def test_workers_agree_with_one_machine(spark: SparkSession) -> None:
    router = Router.open(SAMPLE)
    path = SAMPLE / "needs.csv"
    needs = spark.read.csv(str(path), header=True, inferSchema=False).repartition(4)
    faulty = spark.createDataFrame([("faulty", "recruter", "99999")], "id string, subject string, commune string")
    both = needs.unionByName(faulty, allowMissingColumns=True)
    found: dict[str, list[tuple[int, str, str]]] = {}
    for row in route(spark, router, both, limit=3).collect():
        found.setdefault(row.id, []).append((row["rank"], row.expert, row.error_code))

    expected: dict[str, list[tuple[int, str, str]]] = {"faulty": [(None, None, "unknown_commune")]}
    read = [need for _, need in Need.read_csv(path.read_bytes())]
    for need, result in zip(read, router.match_batch(read, limit=3)):
        assert isinstance(need, Need) and not isinstance(result, NeedError)
        if len(result):
            expected[need.id] = [(rank, one.expert.id, None) for rank, one in enumerate(result, 1)]
    assert len(expected) > 1_000
    assert {key: sorted(rows) for key, rows in found.items()} == expected
    assert isinstance(result, Matches)


SUBJECTS = ["recruter", "former", "tresorerie", "financer-projet", "strategie"]
FIELDS = ["id", "subject", "siret", "headcount", "commune"]


def written(siret: str, number: int) -> str:
    """A SIRET as people and spreadsheets write it."""
    spaced = f"{siret[:3]} {siret[3:6]}\u00a0{siret[6:9]} {siret[9:]}"
    return [siret, spaced, f"{siret}.0", siret.lstrip("0")][number % 4]


@pytest.mark.parametrize("kind", ["parquet", "csv"])
def test_workers_fill_needs_from_sirene_as_one_machine_does(spark: SparkSession, tmp_path: Path, kind: str) -> None:
    runpy.run_path(str(HERE.parent / "python-crm" / "sirene.py"))["write"](tmp_path, companies=600)
    paths = [tmp_path / f"{name}_utf8.parquet" for name in ("StockEtablissement", "StockUniteLegale")]
    facilities, companies = (parquet.read_table(path) for path in paths)
    sirets = facilities.column("siret").to_pylist()
    needs = [
        (f"need-{number:04}", SUBJECTS[number % 5], siret, "300" if number % 7 == 0 else None, None)
        for number, siret in enumerate(sirets)
    ]
    needs += [
        ("no siret", "recruter", None, None, "80021"),
        ("not in the file", "recruter", "82161143100015", None, "80021"),
        ("nowhere", "recruter", "82161143100015", None, None),
        ("wrong key", "recruter", "82161143100016", None, "80021"),
    ]
    router = Router.open(SAMPLE)

    # On one machine, joined by pyarrow; `dateDebut` stands in both files.
    stock = facilities.drop_columns("dateDebut").join(companies.drop_columns("dateDebut"), "siren")
    names = [name for name in stock.column_names if name.endswith(("Etablissement", "UniteLegale"))]
    known = stock.select(["siret", *names])
    columns = {name: pyarrow.array(column, pyarrow.string()) for name, column in zip(FIELDS, zip(*needs))}
    joined = pyarrow.table(columns).join(known, "siret")
    table = router.match_table(joined, limit=3, columns=["row", *COLUMNS]).to_pyarrow().to_pylist()
    ids = joined.column("id").to_pylist()
    expected = sorted((ids[row.pop("row")], *row.values()) for row in table)

    # On two workers, by SIRETs as people write them, over the files in either form in which INSEE publishes them.
    for file, path in zip((facilities, companies), paths):
        csv.write_csv(file, path.with_suffix(".csv"))
    files = [read(spark, str(path.with_suffix(f".{kind}"))) for path in paths]
    spoiled = [(one[0], one[1], one[2] and written(one[2], number), *one[3:]) for number, one in enumerate(needs)]
    frame = spark.createDataFrame(spoiled, ", ".join(f"{field} string" for field in FIELDS)).repartition(4)
    found = sorted(tuple(row) for row in route(spark, router, with_sirene(frame, *files), limit=3).collect())
    assert found == expected

    # And as needs that one fills by hand, row after row.
    rows = [{name: str(cell) for name, cell in row.items() if cell is not None} for row in known.to_pylist()]
    by_siret = {row["siret"]: Company.from_row(row) for row in rows}
    for one in needs[: len(sirets)]:
        need = Need.from_cells({name: cell for name, cell in zip(FIELDS, one) if cell is not None})
        matches = router.match_experts(need.with_company(by_siret[one[2]]).need, limit=3)
        assert [row[2] for row in found if row[0] == one[0]] == [match.expert.id for match in matches]
    findings = {row[0]: row[-1] for row in found}
    assert findings["need-0002"] == "headcount_of_company_differs closed_facility"
    assert findings["not in the file"] == "no_company" and findings["no siret"] == "no_company"
    assert {row[0]: row[6] for row in found if row[6]} == {"nowhere": "missing_field", "wrong key": "invalid_value"}
