//! Families who work together: `je travaille avec mon fils`, `avec ma femme on tient une épicerie`.

use super::people::{WORKPLACES, are_kin};
use super::people_list::PeopleList;
use super::people_text::PeopleText;
use super::trades::is_occupation;

impl PeopleText<'_> {
    /// Whether the last words that tell of somebody are where they work.
    fn ends_at_work(self, last: usize) -> bool {
        self.folded.get(last).is_some_and(|word| WORKPLACES.contains(word))
    }

    /// The writer and those of the family who work with them: `je travaille avec mon fils`, `avec ma femme on tient
    /// une épicerie`.
    pub(super) fn with_kin_at(self, at: usize) -> Option<PeopleList> {
        let mut last = at;
        let mut headcount = 1_u32;
        let mut next = Some(at + 1).filter(|_| self.folded.get(at) == Some(&"avec"));
        while let Some(item) = next.and_then(|next| self.item_at(next)) {
            // The first is of the family: `avec mon apprenti` counts the apprentice alone.
            let is_family = self.folded.get(item.last).is_some_and(|word| {
                // `mon compagnon`, who is of a trade elsewhere
                are_kin(word)
                    || *word == "compagnon" && self.folded.get(item.last - 1) == Some(&"mon")
                    || *word == "parents"
            });
            if headcount == 1 && !is_family {
                break;
            }
            headcount = headcount.saturating_add(item.headcount);
            last = item.last;
            next = self.after(last);
        }
        let works = |word: &str| {
            matches!(
                word,
                "travaille"
                    | "travaillons"
                    | "bosse"
                    | "bossons"
                    | "tiens"
                    | "tient"
                    | "tenons"
                    | "gere"
                    | "gerons"
                    | "exploite"
                    | "exploitons"
                    | "dirige"
                    | "dirigeons"
                    | "repris"
            )
        };
        let after = self.folded.get(last + 1..).unwrap_or(&[]).iter().take(4);
        let is_work = self.before_in_sentence(at, 4).any(works) || after.copied().any(works);
        // `je suis avec ma fille à l'atelier`, `je fais du maraîchage sur 3 ha avec ma compagne`
        let is_trade = self.before_in_sentence(at, 8).any(|word| matches!(word, "fais" | "faisons" | "jsuis"))
                || self.folded.get(..at).is_some_and(|before| matches!(before, [.., "suis"]))
                    && self.ends_at_work(last)
                // `je suis paysan boulanger avec ma femme et un salarié`
                || matches!(self.folded.get(..at), Some([.., trade]) if is_occupation(trade))
                    && self.before_in_sentence(at, 4).any(|word| word == "suis");
        let is_said = self.is_apart(at) && self.ends_phrase(last);
        (headcount > 1 && (is_work || is_trade || is_said)).then_some(PeopleList {
            last,
            headcount,
            is_there: true,
            are_family: false,
        })
    }
}
