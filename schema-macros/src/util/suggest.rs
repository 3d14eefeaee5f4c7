//! The remedies in messages: the most similar known word, or the list of known words.

/// The length of a word plus the list of known ones that keeps a message within 120 columns.
const MAX_LENGTH: usize = 65;

/// The remedy for an unknown `word`: the most similar of `known`, or a list of them.
pub(crate) fn remedy<S: AsRef<str>>(word: &str, known: &[S]) -> String {
    if let Some(near) = nearest(word, known) {
        return format!("did you mean `{near}`?");
    }
    if let [only] = known {
        return format!("expected `{}`", only.as_ref());
    }
    let list = list_within(known, MAX_LENGTH.saturating_sub(word.len()));
    format!("expected one of {list}")
}

/// The likely intended word: the [most similar](similar) one, or the only one that starts with `word`.
pub(crate) fn nearest<'k, S: AsRef<str>>(word: &str, known: &'k [S]) -> Option<&'k str> {
    similar(word, known).or_else(|| completion(word, known))
}

/// The known word within two edits of `word` (one edit for a short word).
pub(crate) fn similar<'k, S: AsRef<str>>(word: &str, known: &'k [S]) -> Option<&'k str> {
    let limit = if word.chars().count() > 3 { 2 } else { 1 };
    known
        .iter()
        .map(|candidate| (edit_distance(word, candidate.as_ref()), candidate.as_ref()))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The only known word that starts with `word`, which may still be incomplete.
fn completion<'k, S: AsRef<str>>(word: &str, known: &'k [S]) -> Option<&'k str> {
    let mut candidates = known
        .iter()
        .map(AsRef::as_ref)
        .filter(|candidate| word.len() > 1 && candidate.starts_with(word));
    candidates.next().filter(|_| candidates.next().is_none())
}

/// The words in backticks, truncated with an ellipsis to fit into a message.
pub(crate) fn list<S: AsRef<str>>(words: &[S]) -> String {
    list_within(words, MAX_LENGTH)
}

fn list_within<S: AsRef<str>>(words: &[S], max_length: usize) -> String {
    let mut text = String::new();
    for (position, word) in words.iter().enumerate() {
        let word = word.as_ref();
        if position > 0 {
            text.push_str(", ");
        }
        if text.len() + word.len() > max_length {
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

/// The number of insertions, deletions and substitutions between two words.
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
