//! PostgreSQL over the flat table of `postgres.sql`; one prepared statement, on a unix socket.

use postgres::{Client, NoTls};

use crate::world::World;
use crate::{Fallible, one_by_one};

pub(crate) fn serve(world: &World, socket: &str) -> Fallible<()> {
    let mut client = Client::connect(&format!("host={socket} user=postgres dbname=postgres"), NoTls)?;
    let version: String = client.query_one("show server_version", &[])?.get(0);
    // Planning anew for each need costs more than any better plan gives back.
    client.batch_execute("set plan_cache_mode = force_generic_plan")?;
    let query = client.prepare(
        "select expert from posting where subject = $1 and zone = any ($2)
         and (opco = -1 or opco = $3) and (activities = 0 or $4 = 0 or activities & $4 <> 0)
         and years_min <= $5 and years_min_lax <= $6 and years_below > $6 and years_below_lax > $5
         and heads_min <= $7 and heads_min_lax <= $8 and heads_below > $8 and heads_below_lax > $7
         and lists & $9 = 0 and (answers >> $10) & 1 = 1",
    )?;
    let needs: Vec<Parameters> = world
        .needs
        .iter()
        .map(|need| Parameters {
            subject: need.subject as i32,
            zones: need.zones.iter().map(|zone| *zone as i32).collect(),
            opco: need.opco as i32,
            activities: need.activities as i32,
            years: need.years.map(|bound| bound as i32),
            heads: need.heads.map(|bound| bound as i32),
            rejected: need.rejected,
            answers: need.answers as i32,
        })
        .collect();
    let version = version.split(' ').next().unwrap_or_default();
    let name = format!("PostgreSQL {version}, crate postgres 0.19.14: flat table, one prepared statement");
    let answer = |number: usize| {
        let need = &needs[number];
        let rows = client.query(
            &query,
            &[
                &need.subject,
                &need.zones,
                &need.opco,
                &need.activities,
                &need.years[0],
                &need.years[1],
                &need.heads[0],
                &need.heads[1],
                &need.rejected,
                &need.answers,
            ],
        )?;
        Ok(rows.iter().map(|row| row.get::<_, i32>(0)).collect())
    };
    one_by_one(&name, world, answer, |found: Vec<i32>| found.into_iter().map(i64::from).collect())
}

/// The columns of a need in the types of the table.
struct Parameters {
    subject: i32,
    zones: Vec<i32>,
    opco: i32,
    activities: i32,
    years: [i32; 2],
    heads: [i32; 2],
    rejected: i64,
    answers: i32,
}
