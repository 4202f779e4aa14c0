"""Tables of pyarrow, polars and pandas."""

from __future__ import annotations

import warnings
from datetime import date, datetime
from typing import Any

import duckdb
import pandas
import polars
import pyarrow
import pytest
from conftest import SAMPLE

from aiguillage import Need, NeedError, Router, Table

COLUMNS: dict[str, list[Any]] = {
    "subject": ["recruter", "recruter", "recruter", None],
    "commune": ["80021", "99999", "80021", "80021"],
    "on": [date(2026, 11, 23)] * 4,
    "headcount": [3, 3, 80, None],
    "naf": ["10.71C", None, "", "10.71C"],
}


def rows(table: Table) -> list[tuple[Any, ...]]:
    found = table.to_pyarrow().to_pylist()
    return [(row["row"], row["expert"], row["error_code"], row["error_field"]) for row in found]


def expected(router: Router) -> list[tuple[Any, ...]]:
    """The same, one need at a time."""
    found: list[tuple[Any, ...]] = []
    for number in range(4):
        fields = {name: values[number] for name, values in COLUMNS.items()}
        try:
            found += [(number, one.expert.id, None, None) for one in router.match_experts(fields)]
        except NeedError as error:
            found.append((number, None, error.code, error.field))
    return found


def in_pyarrow() -> Any:
    return pyarrow.table(COLUMNS)


def in_chunks() -> Any:
    whole = pyarrow.table(COLUMNS)
    return pyarrow.concat_tables([whole.slice(0, 1), whole.slice(1, 3)])


def in_a_batch() -> Any:
    return pyarrow.table(COLUMNS).to_batches()[0]


def in_polars() -> Any:
    return polars.DataFrame(COLUMNS, strict=False)


def in_categories() -> Any:
    return polars.DataFrame(COLUMNS, strict=False).cast({"subject": polars.Categorical})


def in_pandas() -> Any:
    return pandas.DataFrame(COLUMNS)


def in_text() -> Any:
    """As a CSV file gives them."""
    return polars.DataFrame(
        {
            **{name: COLUMNS[name] for name in ("subject", "commune", "naf")},
            "on": ["23/11/2026"] * 4,
            "headcount": ["3", "3", "80", ""],
        }
    )


def in_a_filtered_pandas() -> Any:
    """Its index no longer counts from 0: it is no column of ours."""
    frame = pandas.DataFrame(COLUMNS)
    return pandas.concat([frame.head(1), frame])[lambda rows: ~rows.index.duplicated(keep="last")]


def in_duckdb() -> Any:
    needs = in_pandas()  # noqa: F841 (DuckDB finds it by its name)
    return duckdb.sql("select * from needs")


def in_a_reader() -> Any:
    """A stream made by Python, which needs the interpreter while it is read."""
    whole = in_pyarrow()
    return pyarrow.RecordBatchReader.from_batches(whole.schema, (batch for batch in whole.to_batches(2)))


def in_timestamps() -> Any:
    return in_polars().with_columns(polars.col("on").cast(polars.Datetime("ms")))


@pytest.mark.parametrize(
    "table",
    [
        in_pyarrow, in_chunks, in_a_batch, in_polars, in_categories, in_pandas, in_text, in_timestamps,
        in_a_filtered_pandas, in_duckdb, in_a_reader,
    ],
)  # fmt: skip
def test_a_table_says_what_single_calls_say(small: Router, table: Any) -> None:
    assert rows(small.match_table(table())) == expected(small)


def test_every_column_is_that_of_the_match(small: Router) -> None:
    table = small.match_table(in_polars())
    assert table.column_names == [
        "row", "rank", "expert", "antenne", "institution", "subject", "zone", "zone_owner", "note",
        "absent_until", "unverified", "commune", "commune_is_likely", "error", "error_code", "error_field",
        "instead_of", "company_findings",
    ]  # fmt: skip
    assert len(table) == table.num_rows
    found = [row for row in table.to_pyarrow().to_pylist() if row["row"] == 2]
    matches = small.match_experts(subject="recruter", commune="80021", on="2026-11-23", headcount=80)
    assert len(found) == len(matches) == 2
    for row, one in zip(found, matches):
        for name, value in one.to_dict().items():
            assert row[name] == value
    (fault,) = [row for row in table.to_pyarrow().to_pylist() if row["row"] == 1]
    assert fault["error"] == "there is no commune `99999`"
    (missing,) = [row for row in table.to_pyarrow().to_pylist() if row["row"] == 3]
    assert (missing["error_code"], missing["error_field"]) == ("missing_field", "subject")


def test_a_postal_code_and_a_town_stand_for_the_commune(small: Router) -> None:
    rows = {
        # As pandas reads postal codes: one that lost its zero, one beside a blank.
        "postal_code": [80000, 80001, None, 2000],
        "town": ["Amiens", "AMIENS CEDEX 1", "Saint-Denis", "LAON"],
        "subject": ["recruter"] * 4,
    }
    frame = pandas.DataFrame(rows)
    assert frame["postal_code"].dtype == "float64"
    wanted = ["row", "commune", "commune_is_likely", "error_code", "error_field"]
    table = small.match_table(frame, columns=wanted).to_pyarrow().to_pylist()
    first = {row["row"]: tuple(row[name] for name in wanted[1:]) for row in table}
    assert first[0] == ("80021", False, None, None)
    assert first[1] == ("80021", True, None, None)
    assert first[2] == (None, None, "ambiguous_commune", "town")
    # Nobody of the small directory is near Laon: no rows, and no error.
    assert 3 not in first
    assert small.match_experts(subject="recruter", postal_code=2000, town="LAON").commune == "02408"  # type: ignore[arg-type]


def test_a_column_without_any_value_says_nothing(small: Router) -> None:
    rows = {"subject": ["recruter"], "commune": ["80021"], "postal_code": [None], "headcount": [None]}
    table = pyarrow.table(rows)
    assert table.schema.field("postal_code").type == pyarrow.null()
    found = small.match_table(table, columns=["row", "error"]).to_pyarrow().to_pylist()
    assert {row["error"] for row in found} == {None}


def test_it_reads_in_each_library(small: Router) -> None:
    table = small.match_table(in_pyarrow(), columns=["row", "expert", "error"])
    assert table.column_names == ["row", "expert", "error"]
    count, matches = len(expected(small)), table  # noqa: F841 (DuckDB finds `matches` by its name)
    assert pyarrow.table(table).num_rows == count
    assert polars.DataFrame(table).height == count
    assert table.to_polars().height == count
    found = duckdb.sql("select count(*), count(expert) from matches")
    assert found is not None
    counted = found.fetchall()[0]
    assert counted == (count, sum(expert is not None for _, expert, *_ in expected(small)))
    frame = table.to_pandas()
    assert len(frame) == count and list(frame["row"]) == [row for row, *_ in expected(small)]


def test_lists_and_answers(small: Router) -> None:
    needs = pyarrow.table(
        {
            "subject": ["recruter"] * 2,
            "commune": ["80021"] * 2,
            "activities": [["COMMERCIALE", "ARTISANALE"], None],
            "answers": [{"handicap": True}, {"handicap": None}],
        }
    )
    assert {code for _, _, code, _ in rows(small.match_table(needs))} == {None}
    asked = needs.set_column(3, "answers", [["handicap=oui", "handicap=peut-être"]])
    assert [code for _, _, code, _ in rows(small.match_table(asked))] == [None, None, "invalid_value"]
    mapped = pyarrow.array([[("handicap", True)], []], pyarrow.map_(pyarrow.string(), pyarrow.bool_()))
    assert {code for _, _, code, _ in rows(small.match_table(needs.set_column(3, "answers", mapped)))} == {None}


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("headcount", ["many"]),
        ("headcount", [1.5]),
        ("headcount", [float("nan")]),
        ("headcount", [2**64 - 1]),
        ("headcount", [b"3"]),
        ("on", [datetime(2026, 11, 23, 10, 30)]),
        ("on", [20261123]),
        ("commune", [80021]),
        ("siret", [8216114310001]),
        ("activities", [[["COMMERCIALE"]]]),
    ],
)
def test_a_column_of_the_wrong_type_is_an_error_of_its_rows(
    small: Router, name: str, values: list[Any]
) -> None:
    kind = pyarrow.uint64() if values == [2**64 - 1] else None
    columns: dict[str, Any] = {"subject": ["recruter"], "commune": ["80021"]}
    columns[name] = pyarrow.array(values, kind)
    ((row, expert, code, field),) = rows(small.match_table(pyarrow.table(columns)))
    assert (row, expert, code, field) == (0, None, "invalid_value", name)


def test_unknown_columns_are_refused_or_passed_over(small: Router) -> None:
    needs = in_polars().with_columns(nom=polars.lit("Boulangerie"))
    with pytest.raises(NeedError) as refused:
        small.match_table(needs)
    assert (refused.value.code, refused.value.field) == ("unknown_field", "nom")
    assert rows(small.match_table(needs, ignore_unknown=True)) == expected(small)
    empty = needs.clear()
    with pytest.raises(NeedError):
        small.match_table(empty)
    with pytest.raises(ValueError, match="there is no column"):
        small.match_table(in_polars(), columns=["experts"])
    with pytest.raises(NeedError):
        small.match_table(in_polars(), limit=-1)


def test_what_is_no_table_is_a_type_error(small: Router) -> None:
    with pytest.raises(TypeError, match="speaks Arrow"):
        small.match_table([{"subject": "recruter"}])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="columns"):
        small.match_table(pyarrow.array(["recruter"]))


@pytest.mark.parametrize("kind", ["array", "stream"])
def test_a_capsule_is_used_once(small: Router, kind: str) -> None:
    """Each call wants capsules of its own: one that was used before is empty."""

    class Again:
        def __init__(self) -> None:
            batch = in_a_batch()
            self.capsules = batch.__arrow_c_array__() if kind == "array" else in_pyarrow().__arrow_c_stream__()

    setattr(Again, f"__arrow_c_{kind}__", lambda self: self.capsules)
    table: Any = Again()
    assert rows(small.match_table(table)) == expected(small)
    for _ in range(2):
        with pytest.raises(ValueError, match="the table cannot be read: .*already released"):
            small.match_table(table)


def test_a_schema_that_was_taken_is_refused(small: Router) -> None:
    schema, array = in_a_batch().__arrow_c_array__()
    pyarrow.Schema._import_from_c_capsule(schema)

    class Half:
        def __arrow_c_array__(self) -> Any:
            return schema, array

    with pytest.raises(ValueError, match="the table cannot be read: .*already released"):
        small.match_table(Half())  # type: ignore[arg-type]


@pytest.mark.parametrize("chunked", [False, True])
def test_a_row_that_is_null_is_a_row_without_anything(small: Router, chunked: bool) -> None:
    values = [pyarrow.array(COLUMNS[name]) for name in ("subject", "commune")]
    mask = pyarrow.array([False, False, True, False])
    array = pyarrow.StructArray.from_arrays(values, ["subject", "commune"], mask=mask)
    found = rows(small.match_table(pyarrow.chunked_array([array]) if chunked else array))
    assert [row for row in found if row[0] == 2] == [(2, None, "missing_field", "subject")]


REGISTER: dict[str, list[Any]] = {
    # As a number, as one that lost its zeros, unknown to the join, and of a facility that is closed.
    "siret": pyarrow.array([82161143100015, 100010800017, 82161143100015, 82161143100015], pyarrow.int64()),
    "codeCommuneEtablissement": ["80021", "80021", None, "80021"],
    "dateDernierTraitementEtablissement": [datetime(2026, 2, 18, 8, 37)] * 2 + [None, datetime(2026, 2, 18, 8, 37)],
    "trancheEffectifsEtablissement": pyarrow.array(["21", "01", None, "01"]).dictionary_encode(),
    "etablissementSiege": [True, True, None, False],
    "dateCreationUniteLegale": [date(2016, 7, 25)] * 2 + [None] * 2,
    "etatAdministratifEtablissement": ["A", "A", None, "F"],
    "libelleVoieEtablissement": ["DE LA GARE"] * 2 + [None, "DE LA GARE"],
}


def test_a_register_s_columns_fill_what_the_needs_leave_open(small: Router) -> None:
    needs = {"subject": ["recruter"] * 4, "commune": [None, "80021", "80021", None], "headcount_band": [None] * 3 + ["22"]}
    found = small.match_table(pyarrow.table({**needs, **REGISTER})).to_pyarrow().to_pylist()
    for number, band in enumerate(["21", "01", None, "22"]):
        by_hand = small.match_experts(subject="recruter", commune="80021", headcount_band=band)
        experts = [row["expert"] for row in found if row["row"] == number]
        assert experts == [one.expert.id for one in by_hand] and experts
    assert [sorted({row["company_findings"] or "" for row in found if row["row"] == number}) for number in range(4)] == [
        [""], ["lost_zero"], ["no_company"], ["closed_facility differs_from_need:headcount_band"],
    ]  # fmt: skip


def test_a_faulty_row_keeps_what_is_known_of_its_company(small: Router) -> None:
    table = pyarrow.table({"subject": ["recruter", "recrutement"], "siret": ["82161143100015"] * 2,
                           "etatAdministratifEtablissement": ["F"] * 2})  # fmt: skip
    columns = ["row", "error_code", "error_field", "company_findings"]
    assert [list(row.values()) for row in small.match_table(table, columns=columns).to_pyarrow().to_pylist()] == [
        [0, "missing_field", "commune", "closed_facility"],
        [1, "unknown_subject", "subject", "closed_facility"],
    ]


def test_columns_are_a_register_s_beside_a_number_alone(small: Router) -> None:
    table = pyarrow.table({"subject": ["recruter"], "commune": ["80021"], "trancheEffectifsEtablissement": ["01"]})
    with pytest.raises(NeedError, match="trancheEffectifsEtablissement"):
        small.match_table(table)
    assert small.match_table(table, ignore_unknown=True).num_rows > 0


def test_matches_are_ranked(small: Router) -> None:
    found = small.match_table(in_pyarrow(), columns=["row", "rank"]).to_pyarrow().to_pylist()
    ranks: dict[int, list[Any]] = {}
    for row in found:
        ranks.setdefault(row["row"], []).append(row["rank"])
    assert ranks == {0: [1], 1: [None], 2: [1, 2], 3: [None]}


def test_an_empty_table_has_no_matches(small: Router) -> None:
    table = small.match_table(in_polars().clear())
    assert table.num_rows == 0
    assert polars.DataFrame(table).height == 0


def test_many_rows_keep_their_order_and_report_progress(router: Router) -> None:
    sample = [need for _, need in Need.read_csv(_sample()) if isinstance(need, Need)][:400]
    once = polars.DataFrame(
        [{"id": need.id, "subject": need.subject, "commune": need.commune, "on": need.on} for need in sample]
    )
    needs = polars.concat([once] * 100)
    seen: list[tuple[int, int]] = []
    table = router.match_table(needs, limit=2, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (40_000, 40_000) and seen == sorted(seen)
    frame = polars.DataFrame(table)
    assert frame["row"].is_sorted()
    for number in (0, 399, 16_384, 39_999):
        need = {**once.row(number % 400, named=True)}
        one_by_one = [one.expert.id for one in router.match_experts(need, limit=2)]
        in_table = frame.filter((polars.col("row") == number) & polars.col("expert").is_not_null())
        assert in_table["expert"].cast(polars.String).to_list() == one_by_one


def test_what_progress_raises_stops_the_table(router: Router) -> None:
    needs = polars.DataFrame({"subject": ["recruter"] * 200_000, "commune": ["80021"] * 200_000})

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        router.match_table(needs, limit=1, progress=stop)


def _sample() -> bytes:
    from conftest import SAMPLE

    return (SAMPLE / "needs.csv").read_bytes()


def test_a_table_of_postal_codes_is_told() -> None:
    router = Router.open(SAMPLE)
    table = pyarrow.table({"subject": ["recruter"] * 3, "commune": ["59200", "62100", "80100"]})
    with pytest.warns(UserWarning, match="3 of 3 INSEE codes are also postal codes"):
        assert router.match_table(table).num_rows > 3
    sound = pyarrow.table({"subject": ["recruter"] * 3, "commune": ["59200", "62041", "80021"]})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert router.match_table(sound).num_rows > 3
