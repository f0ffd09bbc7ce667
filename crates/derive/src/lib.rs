//! The derive that turns a plain struct into a record of the case file.
//!
//! `#[derive(Record)]` reads `#[record(kind = 2, name = "person")]` on the struct and `#[field(3)]` on each
//! field, and writes the struct's registry entry (`KindDef`) and two decoders. One reads a stored text straight into the
//! struct, as long as every field is known. The other never fails: a field whose stored value this program cannot read is
//! reported by name and left at its default, so that one unknown value never hides a record.
//!
//! Shapes: `#[field(3)]` register · `#[field(3, set)]` add-wins set · `#[field(3, earliest)]` a date whose
//! earliest live value counts · `#[field(3, highest)]` a risk whose highest live value counts.
//! `#[record(..., signed)]` marks a kind that is signed once and never changed.

use proc_macro::TokenStream;
use proc_macro2::TokenStream as Tokens;
use quote::quote;
use syn::{Data, DeriveInput, Error, Field, Fields, FieldsNamed, LitInt, LitStr, Result, parse_macro_input};

/// Derives `cartella_domain::record::Record`.
#[proc_macro_derive(Record, attributes(record, field))]
pub fn derive_record(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    expand(&input).unwrap_or_else(Error::into_compile_error).into()
}

struct Kind {
    number: LitInt,
    name: LitStr,
    signed: bool,
}

fn expand(input: &DeriveInput) -> Result<Tokens> {
    let kind = read_kind(input)?;
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(input, "a record is a struct"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(input, "a record has named fields"));
    };
    let mut entries = Vec::new();
    let mut decoders = Vec::new();
    let mut seen = Vec::new();
    for field in &fields.named {
        let (number, shape) = read_field(field)?;
        let value: u16 = number.base10_parse()?;
        if value == 0 || seen.contains(&value) {
            return Err(Error::new_spanned(
                number,
                "field numbers are positive and never used twice",
            ));
        }
        seen.push(value);
        let Some(ident) = &field.ident else { continue };
        let name = ident.to_string();
        let shape = syn::Ident::new(&shape, ident.span());
        entries.push(quote! {
            crate::record::FieldDef { number: #number, name: #name, shape: crate::record::Shape::#shape }
        });
        decoders.push(quote! { #ident: crate::record::decode_field(body, #name, &mut unread) });
    }
    let Kind { number, name, signed } = kind;
    let (ident, visit) = (&input.ident, visit(fields));
    Ok(quote! {
        impl crate::record::Record for #ident {
            const KIND: &'static crate::record::KindDef = &crate::record::KindDef {
                number: #number,
                name: #name,
                signed: #signed,
                fields: &[#(#entries),*],
            };
            fn decode(body: &crate::record::Body) -> crate::record::Decoded<Self> {
                let mut unread = ::std::vec::Vec::new();
                let value = Self { #(#decoders),* };
                crate::record::Decoded { value, unread }
            }
            #visit
        }
    })
}

/// The decoder that reads straight into the struct. Its own names are no field's.
fn visit(fields: &FieldsNamed) -> Tokens {
    let idents: Vec<_> = fields
        .named
        .iter()
        .filter_map(|field| field.ident.as_ref())
        .collect();
    let names = idents.iter().map(ToString::to_string);
    let types = fields.named.iter().map(|field| &field.ty);
    quote! {
        fn visit<'de, A: ::serde::de::MapAccess<'de>>(
            mut __map: A,
        ) -> ::std::result::Result<Self, A::Error> {
            #(let mut #idents: ::std::option::Option<#types> = ::std::option::Option::None;)*
            while let Some(__key) = __map.next_key::<&str>()? {
                match __key {
                    #(#names => #idents = __map.next_value()?,)*
                    _ => {
                        __map.next_value::<::serde::de::IgnoredAny>()?;
                    }
                }
            }
            Ok(Self { #(#idents: #idents.unwrap_or_default()),* })
        }
    }
}

fn read_kind(input: &DeriveInput) -> Result<Kind> {
    let mut number = None;
    let mut name = None;
    let mut signed = false;
    for attribute in input.attrs.iter().filter(|a| a.path().is_ident("record")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("kind") {
                number = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("name") {
                name = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("signed") {
                signed = true;
            } else {
                return Err(meta.error("expected kind, name or signed"));
            }
            Ok(())
        })?;
    }
    match (number, name) {
        (Some(number), Some(name)) => Ok(Kind { number, name, signed }),
        _ => Err(Error::new_spanned(
            input,
            "write #[record(kind = 2, name = \"person\")]",
        )),
    }
}

fn read_field(field: &Field) -> Result<(LitInt, String)> {
    let Some(attribute) = field.attrs.iter().find(|a| a.path().is_ident("field")) else {
        return Err(Error::new_spanned(
            field,
            "every field has its number: #[field(3)]",
        ));
    };
    attribute.parse_args_with(|input: syn::parse::ParseStream<'_>| {
        let number: LitInt = input.parse()?;
        if input.is_empty() {
            return Ok((number, "Register".to_owned()));
        }
        input.parse::<syn::Token![,]>()?;
        let shape: syn::Ident = input.parse()?;
        match shape.to_string().as_str() {
            "set" => Ok((number, "Set".to_owned())),
            "earliest" => Ok((number, "Earliest".to_owned())),
            "highest" => Ok((number, "Highest".to_owned())),
            _ => Err(Error::new_spanned(shape, "expected set, earliest or highest")),
        }
    })
}
