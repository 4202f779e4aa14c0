//! SQLite over the flat table, clustered by subject and zone; one prepared statement.

use rusqlite::{Connection, Statement, params, params_from_iter};

use crate::world::{COLUMNS, Need, World};
use crate::{Fallible, one_by_one};

pub(crate) fn serve(world: &World) -> Fallible<()> {
    let connection = filled(world)?;
    let mut query = connection.prepare(
        "select expert from posting where subject = ?1 and zone in (?2, ?3, ?4, ?5, ?6, ?7)
         and (opco = -1 or opco = ?8) and (activities = 0 or ?9 = 0 or activities & ?9 <> 0)
         and years_min <= ?10 and years_min_lax <= ?11 and years_below > ?11 and years_below_lax > ?10
         and heads_min <= ?12 and heads_min_lax <= ?13 and heads_below > ?13 and heads_below_lax > ?12
         and lists & ?14 = 0 and (answers >> ?15) & 1 = 1",
    )?;
    let name = format!("SQLite {} in memory, rusqlite 0.43.0: flat table", rusqlite::version());
    one_by_one(&name, world, |number| answer(&mut query, &world.needs[number]), |found| found)
}

fn filled(world: &World) -> Fallible<Connection> {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(&format!(
        "create table posting (subject integer, zone integer, expert integer, {} integer, \
         primary key (subject, zone, expert)) without rowid; begin",
        COLUMNS.join(" integer, ")
    ))?;
    let marks = ["?"; 3 + COLUMNS.len()].join(", ");
    let mut insert = connection.prepare(&format!("insert into posting values ({marks})"))?;
    for row in &world.rows {
        insert.execute(params_from_iter([row.subject, row.zone, row.expert].into_iter().chain(row.tests)))?;
    }
    drop(insert);
    connection.execute_batch("commit; analyze")?;
    Ok(connection)
}

fn answer(query: &mut Statement<'_>, need: &Need) -> Fallible<Vec<i64>> {
    let zone = |number: usize| need.zones.get(number).copied().unwrap_or(-1);
    let given = params![
        need.subject,
        zone(0),
        zone(1),
        zone(2),
        zone(3),
        zone(4),
        zone(5),
        need.opco,
        need.activities,
        need.years[0],
        need.years[1],
        need.heads[0],
        need.heads[1],
        need.rejected,
        need.answers
    ];
    let found = query.query_map(given, |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
