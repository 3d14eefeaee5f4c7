//! The remedies in messages: the nearest known word, or the list of known words.

/// Room for a word and the list of known ones, so that the whole message stays within a line of 120 columns.
const ROOM: usize = 65;

/// What to write instead of `word`: the nearest of `known`, otherwise the list of them.
pub(crate) fn instead_of<S: AsRef<str>>(word: &str, known: &[S]) -> String {
    nearest(word, known).map_or_else(
        || {
            format!(
                "expected one of {}",
                fit(known, ROOM.saturating_sub(word.len()))
            )
        },
        |near| format!("did you mean `{near}`?"),
    )
}

/// The known word that is meant: the [most similar](similar), or the only one that begins with it.
pub(crate) fn nearest<'k, S: AsRef<str>>(word: &str, known: &'k [S]) -> Option<&'k str> {
    similar(word, known).or_else(|| begun(word, known))
}

/// The known word that differs from `word` by at most two edits (one in a short word).
pub(crate) fn similar<'k, S: AsRef<str>>(word: &str, known: &'k [S]) -> Option<&'k str> {
    let limit = if word.chars().count() > 3 { 2 } else { 1 };
    known
        .iter()
        .map(|candidate| (edit_distance(word, candidate.as_ref()), candidate.as_ref()))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The only known word that begins with a word that is not typed to its end.
fn begun<'k, S: AsRef<str>>(word: &str, known: &'k [S]) -> Option<&'k str> {
    let mut begun = known
        .iter()
        .map(AsRef::as_ref)
        .filter(|candidate| word.len() > 1 && candidate.starts_with(word));
    begun.next().filter(|_| begun.next().is_none())
}

/// The words in backticks, with an ellipsis for those that no longer fit in a message.
pub(crate) fn list<S: AsRef<str>>(words: &[S]) -> String {
    fit(words, ROOM)
}

fn fit<S: AsRef<str>>(words: &[S], room: usize) -> String {
    let mut text = String::new();
    for (position, word) in words.iter().enumerate() {
        let word = word.as_ref();
        if position > 0 {
            text.push_str(", ");
        }
        if text.len() + word.len() > room {
            text.push('…');
            return text;
        }
        text.push('`');
        text.push_str(word);
        text.push('`');
    }
    text
}

/// The start of a text that may be too long for a message.
pub(crate) fn excerpt(text: &str) -> String {
    let mut excerpt: String = text.chars().take(24).collect();
    if excerpt.len() < text.len() {
        excerpt.push('…');
    }
    excerpt
}

/// Insertions, deletions and substitutions between two words.
fn edit_distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.chars().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        let mut next = vec![before];
        for (b, above) in right.iter().zip(row.iter().skip(1)) {
            let substitution = diagonal + usize::from(a != *b);
            before = substitution.min(before + 1).min(above + 1);
            diagonal = *above;
            next.push(before);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}
