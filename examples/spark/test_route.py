"""Two local workers give the answers of one machine."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from aiguillage import Matches, Need, NeedError, Router

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "hauts-de-france"
sys.path.insert(0, str(HERE))

from route import route  # noqa: E402


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
