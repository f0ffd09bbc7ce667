//! Where the office's server is, as its coordinator wrote it down for her.

use std::{fmt, str::FromStr};

/// The address of an office's server, and how its certificate is known.
///
/// Written `host:port#FINGERPRINT` for a certificate of the office's own (the SHA-256 of it in hexadecimal, blanks and
/// colons allowed), `https://host` where a public authority vouches for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Host and port, without scheme, path or slash.
    pub host: String,
    /// SHA-256 of the one certificate that is accepted; none where a public authority vouches for the host.
    pub certificate: Option<[u8; 32]>,
}

/// A text that is no address of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an address of an office's server")]
pub struct NotAnAddress;

impl Address {
    /// An address from its stored parts; an empty fingerprint stands for a public certificate.
    ///
    /// # Errors
    /// Parts that are none.
    pub fn from_parts(host: &str, certificate: &str) -> Result<Self, NotAnAddress> {
        let certificate = match certificate {
            "" => None,
            text => Some(fingerprint(text).ok_or(NotAnAddress)?),
        };
        Ok(Self {
            host: plain_host(host).ok_or(NotAnAddress)?,
            certificate,
        })
    }

    /// The fingerprint in hexadecimal; empty where a public authority vouches for the host.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        use fmt::Write as _;
        self.certificate
            .iter()
            .flatten()
            .fold(String::new(), |mut text, byte| {
                let _ = write!(text, "{byte:02x}");
                text
            })
    }
}

impl FromStr for Address {
    type Err = NotAnAddress;

    fn from_str(typed: &str) -> Result<Self, NotAnAddress> {
        let typed = typed.trim();
        let (host, certificate) = typed.split_once('#').unwrap_or((typed, ""));
        if typed.contains('#') && certificate.trim().is_empty() {
            return Err(NotAnAddress);
        }
        Self::from_parts(host, certificate)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.certificate {
            Some(_) => write!(f, "{}#{}", self.host, self.fingerprint()),
            None => write!(f, "https://{}", self.host),
        }
    }
}

/// Host and port of what was typed; a line without encryption is no address.
fn plain_host(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let host = match typed.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => rest,
        Some(_) => return None,
        None => typed,
    };
    let host = host.strip_suffix('/').unwrap_or(host);
    let fine = |letter: char| letter.is_ascii_alphanumeric() || ".-_:[]".contains(letter);
    (!host.is_empty() && host.chars().all(fine)).then(|| host.to_ascii_lowercase())
}

fn fingerprint(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u32> = text
        .chars()
        .filter(|letter| !letter.is_whitespace() && *letter != ':')
        .map(|letter| letter.to_digit(16))
        .collect::<Option<_>>()?;
    if digits.len() != 64 {
        return None;
    }
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
        *byte = u8::try_from(pair.iter().fold(0, |sum, digit| sum * 16 + digit)).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_office_wrote_down_is_read_however_it_is_typed() {
        let print = "AB".repeat(32);
        let typed = format!(" Ufficio.local:8443#{print} ");
        let address: Address = typed.parse().unwrap();
        assert_eq!(address.host, "ufficio.local:8443");
        assert_eq!(address.certificate, Some([0xab; 32]));
        let grouped = format!("https://ufficio.local:8443/#{}", ["AB"; 32].join(":"));
        assert_eq!(grouped.parse(), Ok(address.clone()));
        assert_eq!(address.to_string().parse(), Ok(address.clone()));
        assert_eq!(
            Address::from_parts(&address.host, &address.fingerprint()),
            Ok(address)
        );
        let public: Address = "https://cartella.comune.example".parse().unwrap();
        assert_eq!((public.certificate, public.fingerprint().as_str()), (None, ""));
        assert_eq!(public.to_string().parse(), Ok(public));
    }

    #[test]
    fn what_is_no_address_is_said_to_be_none() {
        for typed in [
            "",
            "http://ufficio",
            "ufficio/percorso",
            "ufficio#12",
            "ufficio#",
            "uffi cio",
            "a@b",
        ] {
            assert_eq!(typed.parse::<Address>(), Err(NotAnAddress), "{typed}");
        }
    }
}
