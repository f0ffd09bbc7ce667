//! Educational assistance at school: pedagogisti and counselors of the service, educatori of accredited bodies.

use super::{Area, Audience};
use crate::rights::Confidentiality;

/// Both AES and AES of the upper secondary school.
pub(super) const AREA: Area = Area {
    audience: Audience::Minors,
    confidentiality: Confidentiality::Service,
    mini_equipe: false,
    under_court: false,
    home_care: false,
};
