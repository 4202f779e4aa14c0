"""Databases over the flat table: one row for each subject, zone and expert, found by one index.

The bounds of age and headcount stand in four columns each: at least and below, where the unknown
rejects and where it is accepted. A need's unknown fact is the interval from -1 to a billion, so
that one comparison a column says what the rules say.
"""

import sqlite3

COLUMNS = [
    "subject", "zone", "expert", "opco", "activities",
    "years_min", "years_min_lax", "years_below", "years_below_lax",
    "heads_min", "heads_min_lax", "heads_below", "heads_below_lax",
    "lists", "answers",
]  # fmt: skip

WHERE = """
    (opco = -1 or opco = {opco})
    and (activities = 0 or {activities} = 0 or activities & {activities} <> 0)
    and years_min <= {years_low} and years_min_lax <= {years_high}
    and years_below > {years_high} and years_below_lax > {years_low}
    and heads_min <= {heads_low} and heads_min_lax <= {heads_high}
    and heads_below > {heads_high} and heads_below_lax > {heads_low}
    and lists & {rejected} = 0 and (answers >> {answers}) & 1 = 1
"""
FACTS = ["opco", "activities", "years_low", "years_high", "heads_low", "heads_high", "rejected", "answers"]
# A need lies in a commune or an arrondissement and its commune, an EPT, an EPCI, a département, a
# région and France: of EPT and arrondissement one at most.
MOST_ZONES = 6


def facts(need):
    columns = need["columns"]
    return {
        "opco": columns["opco"],
        "activities": columns["activities"],
        "years_low": columns["years"][0],
        "years_high": columns["years"][1],
        "heads_low": columns["heads"][0],
        "heads_high": columns["heads"][1],
        "rejected": columns["rejected"],
        "answers": columns["answers"],
    }


def connect(socket):
    import psycopg

    connection = psycopg.connect(host=socket, dbname="postgres", user="postgres", autocommit=True)
    version = connection.info.server_version
    name = f"PostgreSQL {version // 10000}.{version % 100}, psycopg {psycopg.__version__} ({psycopg.pq.__impl__})"
    return connection, name


class Postgres:
    """The table is that of `postgres.sql`."""

    count, answers = 2_000, True

    def __init__(self, world):
        connection, name = connect(world.socket)
        self.name = f"{name}: flat table, one prepared statement"
        # Planning anew for each need costs more than any better plan gives back.
        connection.execute("set plan_cache_mode = force_generic_plan")
        named = {fact: f"%({fact})s::int" for fact in FACTS} | {"rejected": "%(rejected)s::bigint"}
        self.query = (
            "select expert from posting where subject = %(subject)s::int and zone = any (%(zones)s::int[])"
            f" and {WHERE.format(**named)}"
        )
        self.cursor = connection.cursor(binary=True)

    def parameters(self, need):
        return {"subject": need["columns"]["subject"], "zones": need["columns"]["zones"], **facts(need)}

    def answer(self, given):
        return [row[0] for row in self.cursor.execute(self.query, given, prepare=True).fetchall()]


class RoundTrip:
    """What asking PostgreSQL costs before it does anything."""

    count, answers = 2_000, False

    def __init__(self, world):
        connection, name = connect(world.socket)
        self.name = f"{name}: `select 1`, the round trip alone"
        self.cursor = connection.cursor(binary=True)

    def parameters(self, need):
        return None

    def answer(self, given):
        return self.cursor.execute("select 1", prepare=True).fetchall()


class Sqlite:
    count, answers = 2_000, True

    def __init__(self, world):
        self.name = f"SQLite {sqlite3.sqlite_version} in memory, Python’s sqlite3: flat table"
        self.connection = sqlite3.connect(":memory:")
        self.connection.execute(
            f"create table posting ({', '.join(f'{column} integer' for column in COLUMNS)},"
            " primary key (subject, zone, expert)) without rowid"
        )
        marks = ", ".join("?" * len(COLUMNS))
        self.connection.executemany(f"insert into posting values ({marks})", world.rows())
        self.connection.execute("analyze")
        zones = ", ".join(f"?{2 + place}" for place in range(MOST_ZONES))
        numbers = {fact: f"?{2 + MOST_ZONES + place}" for place, fact in enumerate(FACTS)}
        self.query = (
            f"select expert from posting where subject = ?1 and zone in ({zones}) and {WHERE.format(**numbers)}"
        )

    def parameters(self, need):
        zones = need["columns"]["zones"]
        return [need["columns"]["subject"], *zones, *[-1] * (MOST_ZONES - len(zones)), *facts(need).values()]

    def answer(self, given):
        return [row[0] for row in self.connection.execute(self.query, given).fetchall()]


class DuckDb:
    """All needs in one join; the answer as Arrow."""

    def __init__(self, world):
        import duckdb
        import pyarrow

        def arrow(rows, names):
            return pyarrow.table([pyarrow.array(column, pyarrow.int64()) for column in zip(*rows)], names)

        self.needs = len(world.needs)
        self.connection = duckdb.connect()
        self.connection.register("given", arrow(world.rows(), COLUMNS))
        self.connection.execute("create table posting as select * from given order by subject, zone, expert")
        asked = [
            (number, need["columns"]["subject"], zone, *facts(need).values())
            for number, need in enumerate(world.needs)
            for zone in need["columns"]["zones"]
        ]
        names = ["need", "need_subject", "need_zone", *(f"need_{fact}" for fact in FACTS)]
        self.connection.register("needs", arrow(asked, names))
        threads = self.connection.execute("select current_setting('threads')").fetchall()[0][0]
        self.name = f"DuckDB {duckdb.__version__}, {threads} threads: one join, answer as Arrow"
        where = WHERE.format(**{fact: f"need_{fact}" for fact in FACTS})
        self.query = (
            "select need, expert from needs join posting on subject = need_subject and zone = need_zone"
            f" where {where}"
        )

    def run(self):
        return self.connection.sql(self.query).to_arrow_table()

    def found(self):
        found = [[] for _ in range(self.needs)]
        for row in self.run().to_batches():
            for need, expert in zip(row.column("need").to_pylist(), row.column("expert").to_pylist()):
                found[need].append(expert)
        return found
