//! The wire of the post room: its requests go over `cartella_link`, one connection kept to one server.

use cartella_app::office::{Came, Server, ToSend, TroubleCode, Wire};
use cartella_link::{Address, Line, Outgoing, Stop, look};
use std::sync::{Arc, Mutex, PoisonError};

/// The network.
#[derive(Default)]
pub struct Network {
    last: Mutex<Option<(Server, Arc<Line>)>>,
}

impl Network {
    fn line(&self, server: &Server) -> Result<Arc<Line>, cartella_app::office::Trouble> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, line)) = &*last
            && known == server
        {
            return Ok(line.clone());
        }
        let address = Address::from_parts(&server.host, &server.certificate)
            .map_err(|_| cartella_app::office::Trouble::Line)?;
        let line = Arc::new(Line::new(&address, Stop::default())?);
        *last = Some((server.clone(), line.clone()));
        Ok(line)
    }
}

impl Wire for Network {
    fn carry(&self, request: &ToSend) -> Came {
        self.line(&request.server)?.post(&Outgoing {
            path: request.path,
            signature: request.signature.clone(),
            body: request.body.clone(),
        })
    }

    fn find(&self, typed: &str) -> Result<Server, Option<TroubleCode>> {
        let mut address: Address = typed.parse().map_err(|_| None)?;
        if address.certificate.is_none() {
            address = look(&address).map_err(|trouble| Some(trouble.into()))?;
        }
        Ok(Server {
            certificate: address.fingerprint(),
            host: address.host,
        })
    }
}
