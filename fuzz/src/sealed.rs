//! Files whose header says the truth about any payload, so that what reads the payload is reached.

use std::sync::LazyLock;

use aiguillage::Router;
use xxhash_rust::xxh3::xxh3_64;

/// Magic, format and year; then the length and the checksum of what follows, eight bytes each.
const SNAPSHOT_START: usize = 12;
const SNAPSHOT_HEADER: usize = SNAPSHOT_START + 8 + 8;

/// What a snapshot of today begins with.
static SNAPSHOT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let router = Router::from_json(r#"{"themes": [{"id": "t", "label": "T"}]}"#);
    let bytes =
        router.unwrap_or_else(|error| panic!("{error}")).to_bytes().expect("a sound router is written");
    let start = bytes[..SNAPSHOT_START].to_vec();
    // Were the header another one, no payload would ever be decoded, and nobody would know.
    assert_eq!(seal_snapshot(&start, snapshot_payload(&bytes)), bytes, "the header has changed");
    start
});

/// A snapshot with this payload.
pub fn snapshot(payload: &[u8]) -> Vec<u8> {
    seal_snapshot(&SNAPSHOT, payload)
}

/// The payload of a snapshot.
pub fn snapshot_payload(snapshot: &[u8]) -> &[u8] {
    &snapshot[SNAPSHOT_HEADER..]
}

fn seal_snapshot(start: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = start.to_vec();
    bytes.extend((payload.len() as u64).to_le_bytes());
    bytes.extend(xxh3_64(payload).to_le_bytes());
    bytes.extend(payload);
    bytes
}

/// The geography that the library embeds.
const COG: &[u8] = include_bytes!("../../core/data/cog-2026.bin");
/// Magic, format and year; then the length of the file and the checksum of what follows, four bytes each.
const GEOGRAPHY_START: usize = 12;
const GEOGRAPHY_HEADER: usize = GEOGRAPHY_START + 4 + 4;

/// A geography of the embedded one's year with these sections.
pub fn geography(sections: &[u8]) -> Vec<u8> {
    static CHECKED: LazyLock<()> = LazyLock::new(|| {
        assert_eq!(seal_geography(&COG[GEOGRAPHY_HEADER..]), COG, "the header has changed");
    });
    LazyLock::force(&CHECKED);
    seal_geography(sections)
}

fn seal_geography(sections: &[u8]) -> Vec<u8> {
    let mut bytes = COG[..GEOGRAPHY_START].to_vec();
    bytes.extend(((GEOGRAPHY_HEADER + sections.len()) as u32).to_le_bytes());
    bytes.extend(crc32fast::hash(sections).to_le_bytes());
    bytes.extend(sections);
    bytes
}
