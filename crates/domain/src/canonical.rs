//! Canonical JSON: the one text of a value, whatever the order its map was filled in.

use serde_json::Value;

/// The value as JSON without spaces, keys sorted by their bytes.
#[must_use]
pub fn json(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(fields) => {
            let mut sorted: Vec<_> = fields.iter().collect();
            sorted.sort_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
            text.push('{');
            for (index, (key, item)) in sorted.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                text.push_str(&Value::from(key.as_str()).to_string());
                text.push(':');
                write(item, text);
            }
            text.push('}');
        }
        _ => text.push_str(&value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json as value;

    #[test]
    fn keys_are_sorted_at_every_level_and_text_is_escaped_once() {
        let text = json(&value!({"z": [1, {"b": null, "a": "à\"\n"}], "aa": true, "B": -7}));
        assert_eq!(text, r#"{"B":-7,"aa":true,"z":[1,{"a":"à\"\n","b":null}]}"#);
        assert_eq!(json(&serde_json::from_str(&text).unwrap()), text);
    }
}
