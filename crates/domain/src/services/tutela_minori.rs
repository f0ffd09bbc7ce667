//! Child protection: a pair of assistente sociale and psicologo works for a minor, mostly under a court's order.

use super::{Area, Audience};
use crate::rights::Confidentiality;

/// Tutela minori, civil matters.
pub(super) const AREA: Area = Area {
    audience: Audience::Minors,
    confidentiality: Confidentiality::Reserved,
    mini_equipe: true,
    under_court: true,
    home_care: false,
};

/// Penal matters: one assistente sociale, beside the USSM of the ministry.
pub(super) const AREA_PENALE: Area = Area {
    mini_equipe: false,
    ..AREA
};
