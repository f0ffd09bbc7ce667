//! A drawing as an SVG file that any program shows and prints: its looks inside, nothing from elsewhere.

use super::{Drawing, Stroke, Text};
use std::fmt::Write as _;

/// The looks on paper: black on white, told apart by dashes and widths and never by colour.
const LOOKS: &str = "path{fill:none;stroke:#111;stroke-width:1.5}.figure,.about{fill:#fff}.household{stroke-dasharray:2 6;stroke-width:1.2}\
.cohabitation,.fostered{stroke-dasharray:7 4}.adopted{stroke-dasharray:12 3 2 3}.parents,.kin{stroke-dasharray:1.5 4}\
.strong{stroke-width:4}.weak{stroke-dasharray:3 5}.violent{stroke-width:3}.arrow{fill:#111}\
text{font-family:Titillium Web,Arial,sans-serif;font-size:13px;fill:#111}.small{font-size:11px}.centred{text-anchor:middle}";

/// The file; `title` is what a reader without pictures hears first.
#[must_use]
pub fn write(drawing: &Drawing, title: &str) -> String {
    let Drawing { width, height, .. } = drawing;
    let mut svg = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n<style>{LOOKS}</style>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n",
        plain(title)
    );
    for stroke in &drawing.strokes {
        put_stroke(&mut svg, stroke);
    }
    for figure in &drawing.figures {
        svg.push_str("<g>\n");
        for stroke in &figure.strokes {
            put_stroke(&mut svg, stroke);
        }
        for text in &figure.texts {
            put_text(&mut svg, text);
        }
        svg.push_str("</g>\n");
    }
    svg.push_str("</svg>\n");
    svg
}

fn put_stroke(svg: &mut String, stroke: &Stroke) {
    let class = serde_name(stroke);
    let _written = writeln!(svg, "<path class=\"{class}\" d=\"{}\"/>", stroke.path);
}

/// The sign's name as the screen has it, so that one sheet of looks reads like the other.
fn serde_name(stroke: &Stroke) -> String {
    format!("{:?}", stroke.sign).to_lowercase()
}

fn put_text(svg: &mut String, text: &Text) {
    let class = match (text.centred, text.small) {
        (true, true) => "centred small",
        (true, false) => "centred",
        (false, true) => "small",
        (false, false) => "",
    };
    let _written = writeln!(
        svg,
        "<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
        text.x,
        text.y,
        plain(&text.text)
    );
}

/// Text that cannot be read as markup.
fn plain(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => clean.push_str("&amp;"),
            '<' => clean.push_str("&lt;"),
            '>' => clean.push_str("&gt;"),
            '"' => clean.push_str("&quot;"),
            letter if letter.is_control() => clean.push(' '),
            letter => clean.push(letter),
        }
    }
    clean
}
