//! JSON, as much of it as is needed to read what the service sends.

pub enum Json {
    /// A number, true, false or null, as it stands.
    Word(String),
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(members) => members.iter().find(|member| member.0 == name).map(|member| &member.1),
            _ => None,
        }
    }

    pub fn at(&self, path: &[&str]) -> Option<&Json> {
        path.iter().try_fold(self, |value, name| value.get(name))
    }

    pub fn text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    pub fn number(&self) -> &str {
        if let Json::Word(word) = self { word } else { "" }
    }
}

/// The text as a JSON string.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\0'..='\x1f' => out += &format!("\\u{:04x}", character as u32),
            _ => out.push(character),
        }
    }
    out + "\""
}

/// The value on a line, or None if it is none.
pub fn parsed(line: &str) -> Option<Json> {
    let mut rest = line.trim();
    let value = value(&mut rest)?;
    rest.is_empty().then_some(value)
}

fn value(rest: &mut &str) -> Option<Json> {
    match rest.chars().next()? {
        '"' => string(rest).map(Json::Text),
        '[' => list(rest, ']', value).map(Json::Array),
        '{' => list(rest, '}', |rest| {
            let name = string(rest)?;
            *rest = rest.strip_prefix(':')?;
            Some((name, value(rest)?))
        })
        .map(Json::Object),
        _ => {
            let (word, behind) = rest.split_at(rest.find([',', ']', '}']).unwrap_or(rest.len()));
            *rest = behind;
            Some(Json::Word(word.into()))
        }
    }
}

fn list<Item>(rest: &mut &str, end: char, item: impl Fn(&mut &str) -> Option<Item>) -> Option<Vec<Item>> {
    let mut items = Vec::new();
    *rest = &rest[1..];
    while !rest.starts_with(end) {
        items.push(item(rest)?);
        *rest = rest.strip_prefix(',').unwrap_or(rest);
    }
    *rest = &rest[1..];
    Some(items)
}

fn string(rest: &mut &str) -> Option<String> {
    let mut units = Vec::new();
    let mut characters = rest.strip_prefix('"')?.chars();
    loop {
        match characters.next()? {
            '"' => break,
            '\\' => match characters.next()? {
                'u' => {
                    let rest = characters.as_str();
                    units.push(u16::from_str_radix(rest.get(..4)?, 16).ok()?);
                    characters = rest[4..].chars();
                }
                escaped => units.push(match escaped {
                    'b' => 8,
                    'f' => 12,
                    'n' => 10,
                    'r' => 13,
                    't' => 9,
                    other => other as u16,
                }),
            },
            plain => units.extend(plain.encode_utf16(&mut [0; 2]).iter()),
        }
    }
    *rest = characters.as_str();
    String::from_utf16(&units).ok()
}
