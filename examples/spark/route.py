#!/usr/bin/env python3
"""Routes a large file of needs on a Spark cluster, with the answers that one machine gives.

    spark-submit route.py needs.csv --directory ../hauts-de-france --output matches.parquet

The router is broadcast as its snapshot (about a megabyte at the national size), each worker opens it
once, and needs go through it in Arrow batches: no row becomes a Python object.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow

from aiguillage import Router

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

COLUMNS = ["row", "expert", "antenne", "institution", "zone", "error_code", "error"]
SCHEMA = "id string, rank int, expert string, antenne string, institution string, zone string, " \
         "error_code string, error string"


def route(spark: SparkSession, router: Router, needs: DataFrame, limit: int = 3) -> DataFrame:
    """The matches of a data frame of needs: a row each, or one with an error."""
    shared = spark.sparkContext.broadcast(router)

    def on_worker(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            table = shared.value.match_table(batch, limit=limit, columns=COLUMNS)
            yield from _named(batch, pyarrow.table(table))

    return needs.mapInArrow(on_worker, SCHEMA)


def _named(batch: pyarrow.RecordBatch, matches: pyarrow.Table) -> list[pyarrow.RecordBatch]:
    """The ids of the needs instead of the numbers of their rows, and plain text."""
    rows = matches.column("row").to_pylist()
    ids = batch.column("id").take(pyarrow.array(rows, pyarrow.int64())).cast(pyarrow.string())
    ranks: list[int] = []
    for position, row in enumerate(rows):
        ranks.append(ranks[-1] + 1 if position and rows[position - 1] == row else 1)
    text = [matches.column(name).cast(pyarrow.string()).combine_chunks() for name in COLUMNS[1:]]
    names = ["id", "rank", *COLUMNS[1:]]
    return pyarrow.table([ids, pyarrow.array(ranks, pyarrow.int32()), *text], names).to_batches()


def main() -> None:
    parser = argparse.ArgumentParser(description="Route un grand fichier de besoins sur Spark.")
    parser.add_argument("needs", help="un fichier CSV dont les colonnes sont les champs d’un besoin")
    parser.add_argument("--directory", required=True, help="l’annuaire (dossier CSV, JSON)")
    parser.add_argument("--output", required=True, help="où écrire le résultat, en Parquet")
    parser.add_argument("--limit", type=int, default=3, help="le nombre d’experts par besoin")
    given = parser.parse_args()

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("aiguillage").getOrCreate()
    # Every column as text: `06002` stays a commune. The library reads cells as a CSV file's.
    needs = spark.read.csv(given.needs, header=True, inferSchema=False)
    route(spark, Router.open(given.directory), needs, given.limit).write.mode("overwrite").parquet(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
