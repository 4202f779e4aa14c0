//! Names in the case of each language.

/// `taken_within_3_days` → `takenWithin3Days`.
pub(crate) fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut raise = false;
    for letter in name.chars() {
        match letter {
            '_' => raise = true,
            _ if raise => {
                camel.push(letter.to_ascii_uppercase());
                raise = false;
            }
            _ => camel.push(letter),
        }
    }
    camel
}

/// `ReferralState` → `referral_state`.
pub(crate) fn snake(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// `follow_up` → `FollowUp`.
pub(crate) fn pascal(name: &str) -> String {
    let camel = camel(name);
    let mut letters = camel.chars();
    letters.next().map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + letters.as_str())
}

/// `any-in-level` → `ANY_IN_LEVEL`.
pub(crate) fn constant(word: &str) -> String {
    let word: String =
        word.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).collect();
    let word = word.to_ascii_uppercase();
    if word.starts_with(|letter: char| letter.is_ascii_digit()) { format!("_{word}") } else { word }
}
