//! Writes what the screen knows of the commands: their types and one thin function each.

use super::{Window, all};
use cartella_domain::registry::KINDS;
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};
use std::fmt::Write as _;
use ts_rs::{Config, TS, TypeVisitor};

/// TypeScript declarations collected so far, by name.
#[derive(Default)]
pub struct Types {
    declarations: BTreeMap<String, String>,
    ambiguous: BTreeSet<String>,
}

impl Types {
    /// Adds a type and everything that it mentions; answers how it is written in place.
    pub fn add<T: TS + 'static + ?Sized>(&mut self) -> String {
        struct Visit<'a>(&'a mut Types);
        impl TypeVisitor for Visit<'_> {
            fn visit<T: TS + 'static + ?Sized>(&mut self) {
                self.0.add::<T>();
            }
        }
        let config = config();
        if T::output_path().is_some() {
            let ident = T::ident(&config);
            match self.declarations.entry(ident) {
                Entry::Vacant(place) => {
                    place.insert(T::decl(&config));
                    T::visit_dependencies(&mut Visit(self));
                }
                // Two types of one name would silently become one on the screen.
                Entry::Occupied(place) if *place.get() != T::decl(&config) => {
                    self.ambiguous.insert(place.key().clone());
                }
                Entry::Occupied(_) => {}
            }
        } else {
            T::visit_dependencies(&mut Visit(self));
        }
        T::visit_generics(&mut Visit(self));
        T::name(&config)
    }
}

fn config() -> Config {
    Config::default().with_large_int("number")
}

/// Names that two different types want; none when all is well.
#[must_use]
pub fn ambiguous() -> BTreeSet<String> {
    let mut types = Types::default();
    for command in all() {
        (command.describe)(&mut types);
    }
    types.ambiguous
}

/// The content of `ui/src/bindings/index.ts`.
#[must_use]
pub fn typescript() -> String {
    let mut types = Types::default();
    types.add::<crate::Error>();
    let mut functions = String::new();
    for command in all() {
        let (input, output) = (command.describe)(&mut types);
        let window = match command.window {
            Window::Lock => "lock",
            Window::Main => "main",
        };
        let name = command.name;
        let ident = camel(name);
        let (params, argument) = if input == "Nothing" {
            (String::new(), "{}".to_owned())
        } else {
            (format!("input: {input}"), "input".to_owned())
        };
        let _ = writeln!(
            functions,
            "export const {ident} = ({params}): Promise<{output}> => call('{window}', '{name}', {argument});"
        );
    }
    let mut text = String::from(
        "// Generated from the list of commands: `cargo xtask bindings`. Not edited by hand.\n\
         import { call } from '../platform';\n\n",
    );
    for declaration in types.declarations.values() {
        let _ = writeln!(text, "export {declaration}");
    }
    text.push_str(&registered());
    text.push('\n');
    text.push_str(&functions);
    text
}

/// The names of the registry: every kind, and every field that can have two versions. The screen has words for all.
fn registered() -> String {
    let any_of = |names: BTreeSet<&str>| {
        let names: Vec<String> = names.into_iter().map(|name| format!("\"{name}\"")).collect();
        names.join(" | ")
    };
    let kinds = KINDS.iter().map(|kind| kind.name).collect();
    let changing = KINDS.iter().filter(|kind| !kind.signed);
    let fields = changing
        .flat_map(|kind| kind.fields)
        .map(|field| field.name)
        .collect();
    format!(
        "export type RecordKind = {};\nexport type RecordField = {};\n",
        any_of(kinds),
        any_of(fields)
    )
}

fn camel(name: &str) -> String {
    let mut upper = false;
    name.chars().fold(String::new(), |mut ident, letter| {
        if letter == '.' || letter == '_' {
            upper = true;
        } else if upper {
            ident.extend(letter.to_uppercase());
            upper = false;
        } else {
            ident.push(letter);
        }
        ident
    })
}
