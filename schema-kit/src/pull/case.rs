//! The words of names, in the case of Rust.

/// Returns the words of a name. A capital letter starts a word if it follows a lower-case letter or a digit, or if a
/// lower-case letter follows it: the rule of `#[table]` and `PgEnum`.
pub(super) fn words(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (at, &this) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        let is_separator = !this.is_alphanumeric();
        let starts = this.is_uppercase()
            && (before.is_some_and(|c| c.is_lowercase() || c.is_numeric())
                || after.is_some_and(|c| c.is_lowercase()));
        if (starts || is_separator) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if !is_separator {
            word.push(this);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Returns a name in `snake_case`.
pub(super) fn snake(name: &str) -> String {
    words(name).join("_").to_lowercase()
}

/// Returns a name in `PascalCase`.
pub(super) fn pascal(name: &str) -> String {
    let capital = |word: String| {
        // `HTTP` stays only if it has no other letters beside it, as in `HTTP_CODE`: `HttpCode`.
        let lower = word.to_lowercase();
        let mut chars = lower.chars();
        let first = chars.next().map(|first| first.to_uppercase().to_string());
        first.unwrap_or_default() + chars.as_str()
    };
    words(name).into_iter().map(capital).collect()
}

/// Returns the singular of the last word of a name in `snake_case`.
pub(super) fn singular(name: &str) -> String {
    let start = name.rfind('_').map_or(0, |at| at + 1);
    let (rest, word) = name.split_at(start);
    format!("{rest}{}", singular_word(word))
}

fn singular_word(word: &str) -> String {
    let replaced = |end: &str, with: &str| {
        let stem = word.strip_suffix(end)?;
        Some(format!("{stem}{with}"))
    };
    if let Some((_, singular)) = IRREGULAR.iter().find(|(plural, _)| word == *plural) {
        return (*singular).to_owned();
    }
    let keeps = ["ss", "us", "is", "news", "series", "species", "os", "ios"];
    if keeps.iter().any(|end| word.ends_with(end)) {
        return word.to_owned();
    }
    let regular = ENDS.iter().find_map(|(end, with)| replaced(end, with));
    let regular = regular.filter(|singular| !singular.is_empty());
    regular.unwrap_or_else(|| word.to_owned())
}

/// Plurals without a rule, and plurals that a rule below would get wrong.
const IRREGULAR: [(&str, &str); 20] = [
    ("people", "person"),
    ("children", "child"),
    ("men", "man"),
    ("women", "woman"),
    ("indices", "index"),
    ("vertices", "vertex"),
    ("matrices", "matrix"),
    ("criteria", "criterion"),
    ("movies", "movie"),
    ("cookies", "cookie"),
    ("caches", "cache"),
    ("axes", "axis"),
    ("analyses", "analysis"),
    ("diagnoses", "diagnosis"),
    ("photos", "photo"),
    ("videos", "video"),
    ("todos", "todo"),
    ("logos", "logo"),
    ("menus", "menu"),
    ("aliases", "alias"),
];

/// Ends of plurals, and what replaces them.
const ENDS: [(&str, &str); 12] = [
    ("ies", "y"),
    ("sses", "ss"),
    ("buses", "bus"),
    ("nuses", "nus"),
    ("puses", "pus"),
    ("ruses", "rus"),
    ("tuses", "tus"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("zzes", "zz"),
    ("s", ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_split_into_words() {
        assert_eq!(snake("firstName"), "first_name");
        assert_eq!(snake("HTTPRequest-ID"), "http_request_id");
        assert_eq!(snake("__a  b__"), "a_b");
        assert_eq!(snake("Größe"), "größe");
        assert_eq!(pascal("order_items"), "OrderItems");
        assert_eq!(pascal("HTTP_code2x"), "HttpCode2x");
        assert_eq!(words("№ %"), Vec::<String>::new());
    }

    #[test]
    fn the_last_word_becomes_singular() {
        let is = |plural: &str, one: &str| assert_eq!(singular(plural), one);
        is("order_items", "order_item");
        is("people", "person");
        is("categories", "category");
        is("addresses", "address");
        is("statuses", "status");
        is("boxes", "box");
        is("branches", "branch");
        is("houses", "house");
        is("status", "status");
        is("news", "news");
        is("data", "data");
        is("s", "s");
    }
}
