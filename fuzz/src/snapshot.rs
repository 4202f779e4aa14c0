//! Snapshots whose header says the truth about any payload, so that the decoder is reached.

use std::sync::LazyLock;

use aiguillage::Router;
use xxhash_rust::xxh3::xxh3_64;

/// Magic, format and year; then the length and the checksum of what follows, eight bytes each.
const FIXED: usize = 12;
const HEADER: usize = FIXED + 8 + 8;

/// What a snapshot of today begins with.
static START: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let router = Router::from_json(r#"{"themes": [{"id": "t", "label": "T"}]}"#);
    let bytes = router.unwrap_or_else(|error| panic!("{error}")).to_bytes();
    let start = bytes[..FIXED].to_vec();
    // Were the header another one, no payload would ever be decoded, and nobody would know.
    assert_eq!(wrap(&start, &bytes[HEADER..]), bytes, "the header of snapshots has changed");
    start
});

/// A snapshot with this payload.
pub fn with_payload(payload: &[u8]) -> Vec<u8> {
    wrap(&START, payload)
}

/// The payload of a snapshot.
pub fn payload(snapshot: &[u8]) -> &[u8] {
    &snapshot[HEADER..]
}

fn wrap(start: &[u8], payload: &[u8]) -> Vec<u8> {
    let mut bytes = start.to_vec();
    bytes.extend((payload.len() as u64).to_le_bytes());
    bytes.extend(xxh3_64(payload).to_le_bytes());
    bytes.extend(payload);
    bytes
}
