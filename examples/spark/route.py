#!/usr/bin/env python3
"""Routes a large file of needs on a Spark cluster, with the answers that one machine gives.

    spark-submit route.py needs.csv --directory ../hauts-de-france --output matches.parquet
    spark-submit route.py sirets.csv --directory ../hauts-de-france --output matches.parquet \\
        --facilities StockEtablissement_utf8.parquet --companies StockUniteLegale_utf8.parquet

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

COLUMNS = ["rank", "expert", "antenne", "institution", "zone", "error_code", "error", "company_findings"]
SCHEMA = f"id string, rank int, {', '.join(f'{name} string' for name in COLUMNS[1:])}"


def route(spark: SparkSession, router: Router, needs: DataFrame, limit: int = 3) -> DataFrame:
    """The matches of a data frame of needs: a row each, or one with an error."""
    shared = spark.sparkContext.broadcast(router)

    def on_worker(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            table = shared.value.match_table(batch, limit=limit, columns=["row", *COLUMNS])
            yield from named(batch, pyarrow.table(table))

    return needs.mapInArrow(on_worker, SCHEMA)


def with_sirene(needs: DataFrame, facilities: DataFrame, companies: DataFrame) -> DataFrame:
    """The needs beside what INSEE's two stock files say of the facilities whose SIRET they have."""
    from pyspark.sql import functions as F

    # A join compares texts, and INSEE writes fourteen digits: without spaces, with the zeros at their beginning.
    digits = F.regexp_replace("siret", r"(?U)[.,]0+$|[\s.]", "")
    siret = F.when(digits.rlike(r"^\d{10,13}$"), F.lpad(digits, 14, "0")).otherwise(digits)
    known = facilities.join(companies, "siren", "left")
    # By these names the library knows them. `dateDebut` stands in both files, and says nothing of a need.
    names = [name for name in known.columns if name.endswith(("Etablissement", "UniteLegale"))]
    return needs.withColumn("siret", siret).join(known.select("siret", *names), "siret", "left")


def named(batch: pyarrow.RecordBatch, matches: pyarrow.Table) -> list[pyarrow.RecordBatch]:
    """The ids of the needs instead of the numbers of their rows, and plain text for Spark."""
    ids = pyarrow.chunked_array([batch.column("id").take(rows) for rows in matches.column("row").chunks])
    columns = [ids, *(matches.column(name) for name in COLUMNS)]
    kinds = [pyarrow.string(), pyarrow.int32(), *(pyarrow.string() for _ in COLUMNS[1:])]
    plain = [column.cast(kind) for column, kind in zip(columns, kinds)]
    return pyarrow.table(plain, ["id", *COLUMNS]).to_batches()


def read(spark: SparkSession, path: str) -> DataFrame:
    """A file in Parquet, or in CSV with every column as text: `06002` stays a commune. The library reads cells as a
    CSV file's."""
    return spark.read.parquet(path) if path.endswith(".parquet") else spark.read.csv(path, header=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Route un grand fichier de besoins sur Spark.")
    parser.add_argument("needs", help="un fichier CSV dont les colonnes sont les champs d’un besoin")
    parser.add_argument("--directory", required=True, help="l’annuaire (dossier CSV, JSON)")
    parser.add_argument("--output", required=True, help="où écrire le résultat, en Parquet")
    parser.add_argument("--limit", type=int, default=3, help="le nombre d’experts par besoin")
    parser.add_argument("--facilities", help="StockEtablissement de l’INSEE, en Parquet ou en CSV")
    parser.add_argument("--companies", help="StockUniteLegale de l’INSEE, en Parquet ou en CSV")
    given = parser.parse_args()
    if bool(given.facilities) != bool(given.companies):
        parser.error("--facilities et --companies vont ensemble")

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.appName("aiguillage").getOrCreate()
    needs = read(spark, given.needs)
    if given.facilities:
        needs = with_sirene(needs, read(spark, given.facilities), read(spark, given.companies))
    route(spark, Router.open(given.directory), needs, given.limit).write.mode("overwrite").parquet(given.output)
    spark.stop()


if __name__ == "__main__":
    main()
