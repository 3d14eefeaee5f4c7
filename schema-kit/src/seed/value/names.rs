//! Texts that the name of a column suggests.

use fake::faker::address::en::{
    CityName, CountryCode, CountryName, PostCode, StateAbbr, StateName, StreetName,
};
use fake::faker::company::en::{CompanyName, Industry};
use fake::faker::currency::en::CurrencyCode;
use fake::faker::filesystem::en::{FileName, FilePath, MimeType, Semver};
use fake::faker::internet::en::{IP, MACAddress, SafeEmail, UserAgent, Username};
use fake::faker::job::en::Title;
use fake::faker::lorem::en::{Paragraph, Sentence, Word};
use fake::faker::name::en::{FirstName, LastName, Name};
use fake::faker::phone_number::en::PhoneNumber;
use fake::{Dummy, Fake as _, RngExt as _};

use super::super::Random;

/// Makes a text with a generator of the crate `fake`.
#[allow(
    clippy::needless_pass_by_value,
    reason = "generators are made for one call"
)]
pub(super) fn fake<G>(random: &mut Random, generator: G) -> String
where
    String: Dummy<G>,
{
    generator.fake_with_rng::<String, Random>(random)
}

/// Makes a text for a column of a table.
pub(super) fn text(column: &str, table: &str, random: &mut Random) -> String {
    let (column, table) = (column.to_lowercase(), table.to_lowercase());
    let words: Vec<&str> = column.split(|c: char| !c.is_alphanumeric()).collect();
    let has = |names: &[&str]| words.iter().any(|word| names.contains(word));
    let has_part = |part: &str| column.contains(part);
    match () {
        () if has_part("email") || has(&["mail"]) => fake(random, SafeEmail()),
        () if has_part("user_agent") => fake(random, UserAgent()),
        () if has_part("first_name") || has_part("firstname") || has(&["forename"]) => {
            fake(random, FirstName())
        }
        () if has_part("last_name") || has_part("lastname") || has(&["surname"]) => {
            fake(random, LastName())
        }
        () if has_part("user_name") || has(&["username", "login", "handle", "nickname"]) => {
            fake(random, Username())
        }
        () if has(&["phone", "mobile", "fax", "telephone", "tel"]) => fake(random, PhoneNumber()),
        () if has(&[
            "url", "website", "link", "homepage", "uri", "href", "image", "avatar",
        ]) =>
        {
            let (host, path) = (fake(random, Word()), fake(random, Word()));
            format!("https://{host}.example.com/{path}")
        }
        () if has(&["slug"]) => format!("{}-{}", fake(random, Word()), fake(random, Word())),
        () if has(&["hash", "token", "password", "digest", "checksum", "secret"]) => {
            format!("{:032x}", random.random::<u128>())
        }
        () if has(&["code", "sku", "reference", "serial", "barcode", "iban"]) => code(random),
        () => place(&words, random)
            .or_else(|| technical(&words, random))
            .unwrap_or_else(|| prose(&words, &table, random)),
    }
}

/// Addresses and companies.
fn place(words: &[&str], random: &mut Random) -> Option<String> {
    let has = |names: &[&str]| words.iter().any(|word| names.contains(word));
    Some(match () {
        () if has(&["country"]) && has(&["code", "iso"]) => fake(random, CountryCode()),
        () if has(&["country"]) => fake(random, CountryName()),
        () if has(&["city", "town"]) => fake(random, CityName()),
        () if has(&["zip", "zipcode", "postcode", "postal"]) => fake(random, PostCode()),
        () if has(&["street", "address", "line1"]) => {
            format!(
                "{} {}",
                random.random_range(1..300),
                fake(random, StreetName())
            )
        }
        () if has(&["region", "province"]) => fake(random, StateName()),
        () if words == ["state", "code"] => fake(random, StateAbbr()),
        () if has(&[
            "company",
            "organization",
            "organisation",
            "employer",
            "vendor",
            "supplier",
        ]) =>
        {
            fake(random, CompanyName())
        }
        () if has(&["industry"]) => fake(random, Industry()),
        () if has(&["currency"]) => fake(random, CurrencyCode()),
        () => return None,
    })
}

/// Addresses and files of computers.
fn technical(words: &[&str], random: &mut Random) -> Option<String> {
    let has = |names: &[&str]| words.iter().any(|word| names.contains(word));
    Some(match () {
        () if has(&["ip"]) => fake(random, IP()),
        () if has(&["mac"]) => fake(random, MACAddress()),
        () if has(&["path"]) => fake(random, FilePath()),
        () if has(&["file", "filename"]) => fake(random, FileName()),
        () if has(&["mime", "mimetype"]) => fake(random, MimeType()),
        () if has(&["version"]) => fake(random, Semver()),
        () if has(&["locale", "lang", "language"]) => String::from("en"),
        () if has(&["timezone", "tz"]) => String::from("UTC"),
        () if has(&["color", "colour"]) => format!("#{:06x}", random.random_range(0..0x0100_0000)),
        () => return None,
    })
}

/// Names, titles and longer texts.
fn prose(words: &[&str], table: &str, random: &mut Random) -> String {
    const PEOPLE: [&str; 16] = [
        "user", "people", "person", "customer", "patient", "author", "employee", "member",
        "contact", "student", "teacher", "doctor", "account", "guest", "driver", "profile",
    ];
    const COMPANIES: [&str; 5] = ["compan", "organi", "vendor", "supplier", "tenant"];
    let has = |names: &[&str]| words.iter().any(|word| names.contains(word));
    let is_of = |names: &[&str]| names.iter().any(|name| table.contains(name));
    match () {
        () if has(&["job", "profession", "position"]) => fake(random, Title()),
        () if has(&["title", "subject", "headline", "summary", "caption"]) => {
            fake(random, Sentence(2..5))
                .trim_end_matches('.')
                .to_owned()
        }
        () if has(&["name", "fullname", "author", "owner"]) => match () {
            () if is_of(&COMPANIES) => fake(random, CompanyName()),
            () if is_of(&PEOPLE) || words.len() > 1 => fake(random, Name()),
            () => capital(&format!(
                "{} {}",
                fake(random, Word()),
                fake(random, Word())
            )),
        },
        () if has(&["body", "content", "bio", "text", "article"]) => fake(random, Paragraph(1..3)),
        () if has(&[
            "description",
            "comment",
            "note",
            "notes",
            "message",
            "reason",
            "remark",
        ]) =>
        {
            fake(random, Sentence(4..10))
        }
        () if has(&[
            "status", "kind", "type", "category", "label", "tag", "key", "group", "role",
        ]) =>
        {
            fake(random, Word())
        }
        () => format!("{} {}", fake(random, Word()), fake(random, Word())),
    }
}

/// Makes a code like `QX-48213`.
fn code(random: &mut Random) -> String {
    let mut letter = || char::from(random.random_range(b'A'..=b'Z'));
    let (a, b) = (letter(), letter());
    format!("{a}{b}-{}", random.random_range(10_000..100_000))
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
